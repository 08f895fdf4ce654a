/** The HTML that adds an embed to a page; `address` begins with the site's origin. */
export const frameCode = (address: string, title: string, height: number): string =>
  `<iframe src="${address.replaceAll('&', '&amp;')}" ` +
  `title="${title.replaceAll('"', '&quot;')}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`;
