/** OCI image specification, media-types.md; Docker's from the distribution project's manifest v2 schema 2. */
export const IMAGE_INDEX = 'application/vnd.oci.image.index.v1+json';
export const IMAGE_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
export const IMAGE_CONFIG = 'application/vnd.oci.image.config.v1+json';
export const LAYER_TAR = 'application/vnd.oci.image.layer.v1.tar';
export const LAYER_GZIP = 'application/vnd.oci.image.layer.v1.tar+gzip';
export const LAYER_ZSTD = 'application/vnd.oci.image.layer.v1.tar+zstd';
export const DOCKER_INDEX = 'application/vnd.docker.distribution.manifest.list.v2+json';
export const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
export const DOCKER_CONFIG = 'application/vnd.docker.container.image.v1+json';
export const DOCKER_LAYER = 'application/vnd.docker.image.rootfs.diff.tar.gzip';

/** Ours (docs/reference/formats.md). */
export const DELTA_ARTIFACT = 'application/vnd.nix-feature.delta.v1+json';
export const DELTA_CONFIG = 'application/vnd.nix-feature.delta.config.v1+json';
export const ENV_PATH = 'text/plain';

/** Dev container distribution specification. */
export const DEVCONTAINER_CONFIG = 'application/vnd.devcontainers';
export const DEVCONTAINER_LAYER = 'application/vnd.devcontainers.layer.v1+tar';
export const COLLECTION_LAYER = 'application/vnd.devcontainers.collection.layer.v1+json';

/** A manifest of either kind; what a pull accepts. */
export const MANIFEST_TYPES = [IMAGE_INDEX, IMAGE_MANIFEST, DOCKER_INDEX, DOCKER_MANIFEST] as const;
