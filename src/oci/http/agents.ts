import http from 'node:http';
import https from 'node:https';
import { proxyFor } from './proxy.ts';
import { isLoopback } from './registry-host.ts';
import { hostCertificates } from './trust.ts';

/** Connections that are kept, apart for each way that requests go: plain or not, through which proxy, with which certificates. */
export class Agents {
  readonly #env: NodeJS.ProcessEnv;
  readonly #plain = new http.Agent({ keepAlive: true });
  readonly #secure = new Map<string, https.Agent>();
  readonly #retired: https.Agent[] = [];

  /** @param env where proxies, and folders of certificates, are looked up */
  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
  }

  /** @throws SetupError if certificates for the host can't be read */
  for(url: URL): http.Agent {
    if (url.protocol !== 'https:') return this.#plain;
    const known = this.#secure.get(url.host);
    if (known !== undefined) return known;
    // A proxy can't reach what only this machine can.
    const proxy = isLoopback(url) ? undefined : proxyFor(url, this.#env);
    const agent = new https.Agent({ keepAlive: true, ...hostCertificates(url.host, this.#env), ...(proxy === undefined ? {} : { proxyEnv: { HTTPS_PROXY: proxy.href } }) });
    this.#secure.set(url.host, agent);
    return agent;
  }

  /** Starts over with what is trusted by now; what is under way goes on. */
  renew(): void {
    this.#retired.push(...this.#secure.values());
    this.#secure.clear();
  }

  /** Closes idle connections. */
  close(): void {
    for (const agent of [this.#plain, ...this.#secure.values(), ...this.#retired]) agent.destroy();
  }
}
