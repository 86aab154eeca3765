import { notADomain } from './errors';

const DOMAIN = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u;

/** E-mail domains of one text, parted by commas, semicolons or blanks, as typed. */
export function domainParts(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter((part) => part !== '');
}

/** Whether a text is a domain, with or without @ in front. */
export function isDomain(text: string): boolean {
  return DOMAIN.test(bare(text));
}

/**
 * E-mail domains as addresses are compared with them: lower case, without @ in front, each once, in the order given.
 * @throws FlexError 'value' naming the first that is no domain
 * @example normalDomains(['@Partner.com', 'partner.com']) //=> ['partner.com']
 */
export function normalDomains(given: readonly string[]): readonly string[] {
  const domains = given.map(bare).filter((each) => each !== '');
  const wrong = domains.find((domain) => !isDomain(domain));
  if (wrong !== undefined) throw notADomain(wrong);
  return [...new Set(domains)];
}

const bare = (text: string): string => text.trim().replace(/^@/, '').toLowerCase();
