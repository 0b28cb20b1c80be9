const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const SYSTEMEN: [RegExp, string][] = [
  [/\b(iPhone|iPod)\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
]

/** "Firefox op Windows": enough for somebody to know the own device again, and no more. */
export function toestelInWoorden(userAgent: string | undefined): string {
  const zoek = (lijst: [RegExp, string][]) => lijst.find(([patroon]) => patroon.test(userAgent ?? ''))?.[1]
  return `${zoek(BROWSERS) ?? 'Onbekende browser'} op ${zoek(SYSTEMEN) ?? 'een onbekend apparaat'}`
}
