import type { Job } from './github-run.ts';

/** Twirp wire protocol, version 7: "Errors". */
export class TwirpError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  answer(): { readonly status: number; readonly body: object } {
    return { status: this.status, body: { code: this.code, msg: this.message } };
  }
}

/** @param job whose token came with the request */
export type Handler = (request: Record<string, unknown>, job: Job) => object | Promise<object>;

export interface Service {
  readonly methods: Readonly<Record<string, Handler>>;
}
