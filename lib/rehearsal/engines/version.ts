function parts(version: string): number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10));
}

/** Whether a version begins with the wanted parts: `8.1.1` satisfies `8`, `8.1` and `8.1.1`, not `8.10`. */
export function satisfies(version: string, wanted: string | undefined): boolean {
  if (wanted === undefined) return true;
  const have = parts(version);
  return parts(wanted).every((part, index) => have[index] === part);
}

/** Orders versions, newest first. */
export function newestFirst(left: string, right: string): number {
  const [a, b] = [parts(left), parts(right)];
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (b[index] ?? 0) - (a[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The upstream version within a Debian package version: `5:8.0.2-3+deb13u3` is `8.0.2`. */
export function upstreamVersion(packageVersion: string): string {
  const withoutEpoch = packageVersion.replace(/^\d+:/, '');
  return /^\d+(\.\d+)*/.exec(withoutEpoch)?.[0] ?? withoutEpoch;
}
