// All actions are one program; this one says which it is.
process.env.NIX_FEATURE_ACTION = 'wsl';
await import('../dist/main/index.js');
