/** Where the manifest points while developing. */
const DEVELOPMENT_URL = 'https://localhost:3000';

/**
 * Checks the address a build is made for: https, a host, an optional path, nothing else.
 * @param {string} text e.g. `https://apps.example.com/flex`
 * @returns {{base: string, origin: string}} without a trailing slash
 */
function deployUrl(text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    throw new Error(
      `"${text}" is not an address. Give the folder the add-in will be served from, e.g. https://apps.example.com/flex.`,
    );
  }
  if (url.protocol !== 'https:') {
    throw new Error(`"${text}" does not start with https://. Excel loads add-ins over https only.`);
  }
  if (url.search || url.hash || url.username || url.password) {
    throw new Error(`"${text}" must be a plain folder address, without "?", "#" or a user name.`);
  }
  return { base: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, origin: url.origin };
}

/** The manifest with every development address replaced; AppDomain takes the origin, everything else the folder. */
function rewriteManifest(xml, target) {
  return xml
    .replaceAll(`<AppDomain>${DEVELOPMENT_URL}</AppDomain>`, `<AppDomain>${target.origin}</AppDomain>`)
    .replaceAll(`"${DEVELOPMENT_URL}/`, `"${target.base}/`);
}

/** The manifest with another help page than the one the add-in brings. */
function replaceSupportUrl(xml, text) {
  const url = new URL(text);
  if (url.protocol !== 'https:')
    throw new Error(`The support address "${text}" does not start with https://.`);
  return xml.replace(/(<SupportUrl DefaultValue=")[^"]*(")/, (_, before, after) => {
    return `${before}${url.href.replaceAll('&', '&amp;')}${after}`;
  });
}

module.exports = { DEVELOPMENT_URL, deployUrl, rewriteManifest, replaceSupportUrl };
