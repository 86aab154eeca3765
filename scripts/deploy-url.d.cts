export interface DeployTarget {
  /** Without a trailing slash. */
  readonly base: string;
  readonly origin: string;
}
export const DEVELOPMENT_URL: string;
export function deployUrl(text: string): DeployTarget;
export function rewriteManifest(xml: string, target: DeployTarget): string;
export function replaceSupportUrl(xml: string, text: string): string;
