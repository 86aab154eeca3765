import { domainParts, normalDomains } from '../../../src/engine/assumptions/domains';

describe('external e-mail domains', () => {
  test('are compared without @, in lower case, each once, in the order given', () => {
    expect(normalDomains(['@Partner.com', ' other.org ', 'partner.com', ''])).toEqual([
      'partner.com',
      'other.org',
    ]);
    expect(normalDomains(domainParts('@Partner.com; other.org,third.de'))).toEqual([
      'partner.com',
      'other.org',
      'third.de',
    ]);
  });

  test('an address is no domain, and the refusal says what to type', () => {
    expect(() => normalDomains(['jo@partner.com'])).toThrow(
      '“jo@partner.com” is not an e-mail domain. Type the part after @, for example partner.com.',
    );
  });
});
