import { mainRow, type MainInput } from './main.ts';
import { PLAN_ONLY } from './plan.ts';
import { findRow, type InputSpec } from './rows/spec.ts';
import { VERIFY_ONLY } from './verify.ts';

/** What the image action has besides the inputs that it shares with other actions. */
export const IMAGE_ONLY = [
  {
    name: 'devcontainer',
    group: 'What to build',
    kind: 'text',
    default: '',
    otherwise: 'none',
    placeholder: 'file',
    description:
      'A devcontainer.json. Its `image` is the base unless `base` names one, its `features` come along, and its other properties go into the metadata of the image, such as `remoteUser` and `postCreateCommand`.',
  },
  {
    name: 'tag',
    group: 'Publishing',
    kind: 'lines',
    default: '',
    otherwise: 'the image is pushed nowhere',
    placeholder: 'reference',
    description: 'What the image is called, or several names, one per line: `ghcr.io/org/dev:1`. Each has a tag, which is moved to the image. It is `latest` if none is written.',
  },
] as const satisfies readonly InputSpec[];

const LOGIN: readonly MainInput[] = ['registry', 'username', 'password', 'github-token'];
const [DEVCONTAINER, TAG] = IMAGE_ONLY;

/** Every input of image/action.yml, in its order. */
export const IMAGE_INPUTS: readonly InputSpec[] = [
  {
    ...findRow(VERIFY_ONLY, 'base'),
    group: 'What to build',
    kind: 'text',
    otherwise: 'the `image` of `devcontainer`',
    description: 'The base image: `registry/repo:tag`, or `oci:<layout folder>`. The Features must have been built for it.',
  },
  {
    ...findRow(PLAN_ONLY, 'features'),
    group: 'What to build',
    kind: 'lines',
    default: '',
    otherwise: 'those of `devcontainer`',
    placeholder: 'reference',
    description: 'Published Features, one per line: `registry/namespace/id[:version][@digest]`. They come in addition to those of `devcontainer`.',
  },
  DEVCONTAINER,
  { ...mainRow('arches'), otherwise: 'all platforms that the Features have in common', description: 'Which platforms the image is for, separated by commas: `amd64`, `arm64`.' },
  TAG,
  ...LOGIN.map((name) => (name === 'registry' ? { ...mainRow(name), description: 'The registry that `username` and `password` are for.' } : mainRow(name))),
  { ...mainRow('output'), otherwise: 'no layout is written', description: 'A folder to write the image to as an OCI layout, with all of its layers. A layout that is there is replaced.' },
  { ...mainRow('summary'), description: 'Write the table of Features and platforms.' },
];
