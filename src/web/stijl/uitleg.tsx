import { Waarom } from '../ui/waarom.tsx'

/** Waarom?, folded or open. */
export function Uitleg({ open = false }: { open?: boolean }) {
  return (
    <Waarom
      bij="Start zorg 2025"
      open={open}
      regel="De aanbieder start uiterlijk zes weken na dag 0. Onder 80% is onvoldoende, van 80% tot 90% voldoende, vanaf 90% goed."
      bron="Bijlage 19 Contractmanagement, KPI 3 Continuïteit"
      gegevens="48 toewijzingen (iWmo301) met dag 0 in 2025 en de bijbehorende startberichten (iWmo305)."
      berekening={[
        { stap: 'Toewijzingen met dag 0 in 2025', uitkomst: '48' },
        { stap: 'Af: voortzetting van dezelfde zorg', uitkomst: '− 11' },
        { stap: 'Gestart op of voor dag 42', uitkomst: '22' },
        { stap: '22 ÷ 37, afgekapt op één decimaal', uitkomst: '59,4%' },
      ]}
      versie="KPI-regels 2024.2 · berekend zo 1 mrt 2026"
      gevallen={<a href="#gevallen">37 gevallen</a>}
    />
  )
}
