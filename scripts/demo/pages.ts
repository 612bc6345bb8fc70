interface Page<T> {
  nodes: readonly T[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** Reads a connection to its end, page by page. */
export async function everyPage<T>(
  read: (after: string | null) => Promise<Page<T> | null | undefined>,
): Promise<T[]> {
  const found: T[] = [];
  for (let after: string | null = null; ;) {
    const page: Page<T> | null | undefined = await read(after);
    found.push(...(page?.nodes ?? []));
    if (!page?.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor ?? null;
  }
}
