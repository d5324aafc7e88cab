# The base image of all Features: workflows have "base-image: ./base-image.Dockerfile". Bots update the tag and the digest.
FROM ghcr.io/org/bedrock:1.4.0@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
