// All actions are one program; this one says which it is.
process.env.NIX_FEATURE_ACTION = 'image';
await import('../dist/main/index.js');
