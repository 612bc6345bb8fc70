/**
 * Whether a link starts a program or a script when it is followed. Addresses of the web, of mail and of files on a
 * service's own shares stay: nothing happens before somebody follows them, and honest papers are full of them.
 */
export function isProgramLink(link: string): boolean {
  return /^\s*(?:javascript|vbscript|data|vnd\.sun\.star\.script|macro|shell|search|search-ms|ms-[a-z-]+|res|mk|jar|hcp):/i.test(
    link,
  );
}
