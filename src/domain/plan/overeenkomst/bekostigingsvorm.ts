/** CTR-05: the three ways of paying of the national standards (uitvoeringsvarianten of iWmo and iJw). */
export const bekostigingsvormen = {
  inspanningsgericht: 'Inspanningsgericht',
  outputgericht: 'Outputgericht',
  taakgericht: 'Taakgericht',
} as const

export type Bekostigingsvorm = keyof typeof bekostigingsvormen

export const bekostigingsvormcodes = Object.keys(bekostigingsvormen) as [Bekostigingsvorm, ...Bekostigingsvorm[]]
