/** What a measured server says to the parent process. */
export type FromServer = { readonly port: number } | { readonly cpuMicros: number };

/** Tells the parent where this server listens, and from then on, whenever it asks, how much processor time was used. */
export function tellParent(port: number): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMicros: user + system } satisfies FromServer);
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ port } satisfies FromServer);
}
