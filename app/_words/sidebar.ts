/** The sidebar of an indicator page. */
import type { Filled } from './filled.ts';

const en = {
  margin: {
    about: 'About these figures',
    aboutMore: 'More about these figures',
    sources: 'Sources',
    notes: 'Notes',
    moreTexts: ({ n }: Filled<'n'>) => `${n} more`,
    coverage: 'Coverage',
    coverageMembers: ({ area, present, expected }: Filled<'area' | 'present' | 'expected'>) =>
      `${area}: ${present} of ${expected} members.`,
    coverageMonths: ({ area, present, expected }: Filled<'area' | 'present' | 'expected'>) =>
      `${area}: sums of months, ${present} of ${expected}.`,
    coverageQuarters: ({ area, present, expected }: Filled<'area' | 'present' | 'expected'>) =>
      `${area}: sums of quarters, ${present} of ${expected}.`,
    coverageHalfYears: ({ area, present, expected }: Filled<'area' | 'present' | 'expected'>) =>
      `${area}: sums of half years, ${present} of ${expected}.`,
    coverageParts: ({ area, present, expected }: Filled<'area' | 'present' | 'expected'>) =>
      `${area}: ${present} of ${expected} parts.`,
    coverageOf: ({ present, expected }: Filled<'present' | 'expected'>) => `${present} of ${expected}`,
    coverageMembersRange: ({ area, least, most }: Filled<'area' | 'least' | 'most'>) =>
      `${area}: from ${least} to ${most} members, depending on the period.`,
    coveragePartsRange: ({ area, least, most }: Filled<'area' | 'least' | 'most'>) =>
      `${area}: from ${least} to ${most} parts, depending on the period.`,
    coverageWeight: ({ share }: Filled<'share'>) => `They cover ${share} of the population.`,
    coverageWeightRange: ({ least, most }: Filled<'least' | 'most'>) =>
      `They cover ${least} to ${most} of the population.`,
    coverageAtLeast: ({ share }: Filled<'share'>) => `at least ${share}`,
    coverageAtMost: ({ share }: Filled<'share'>) => `at most ${share}`,
    weightedBy: ({ source }: Filled<'source'>) => `Weighted by population: ${source}.`,
    missing: ({ area, periods, reason, missing }: Filled<'area' | 'periods' | 'reason' | 'missing'>) =>
      `${area}, ${periods}: ${reason} (${missing}), so the group has no value.`,
    missingFigure: ({ area, periods, reason, missing }: Filled<'area' | 'periods' | 'reason' | 'missing'>) =>
      `${area}, ${periods}: ${reason} (${missing}), so there is no figure.`,
    missingPlain: ({ area, periods, reason }: Filled<'area' | 'periods' | 'reason'>) =>
      `${area}, ${periods}: ${reason}.`,
    comparability: 'Comparability',
    nothingDiffers: 'We know of no break or difference in definition between these figures.',
    computed: ({ how }: Filled<'how'>) => `Shaded rows were calculated by Cotejo (${how}).`,
    release: 'This release',
    releaseText: ({ version, date }: Filled<'version' | 'date'>) =>
      `Release ${version}, ${date}. A URL with this number always returns the same figures. The bytes change only when the file format changes.`,
    kinds: { primary: 'primary source', compiled: 'compiled source', secondary: 'secondary source' },
    unknownLicence: 'No licence stated; reproduced with attribution.',
  },
};

const es: typeof en = {
  margin: {
    about: 'Sobre estas cifras',
    aboutMore: 'Más sobre estas cifras',
    sources: 'Fuentes',
    notes: 'Notas',
    moreTexts: ({ n }: Filled<'n'>) => `${n} más`,
    coverage: 'Cobertura',
    coverageMembers: ({ area, present, expected }: Filled<'area' | 'present' | 'expected'>) =>
      `${area}: ${present} de ${expected} miembros.`,
    coverageMonths: ({ area, present, expected }: Filled<'area' | 'present' | 'expected'>) =>
      `${area}: sumas de meses, ${present} de ${expected}.`,
    coverageQuarters: ({ area, present, expected }: Filled<'area' | 'present' | 'expected'>) =>
      `${area}: sumas de trimestres, ${present} de ${expected}.`,
    coverageHalfYears: ({ area, present, expected }: Filled<'area' | 'present' | 'expected'>) =>
      `${area}: sumas de semestres, ${present} de ${expected}.`,
    coverageParts: ({ area, present, expected }: Filled<'area' | 'present' | 'expected'>) =>
      `${area}: ${present} de ${expected} partes.`,
    coverageOf: ({ present, expected }: Filled<'present' | 'expected'>) => `${present} de ${expected}`,
    coverageMembersRange: ({ area, least, most }: Filled<'area' | 'least' | 'most'>) =>
      `${area}: entre ${least} y ${most} miembros, según el periodo.`,
    coveragePartsRange: ({ area, least, most }: Filled<'area' | 'least' | 'most'>) =>
      `${area}: entre ${least} y ${most} partes, según el periodo.`,
    coverageWeight: ({ share }: Filled<'share'>) => `Cubren ${share} de la población.`,
    coverageWeightRange: ({ least, most }: Filled<'least' | 'most'>) =>
      `Cubren entre ${least} y ${most} de la población.`,
    coverageAtLeast: ({ share }: Filled<'share'>) => `al menos ${share}`,
    coverageAtMost: ({ share }: Filled<'share'>) => `como máximo ${share}`,
    weightedBy: ({ source }: Filled<'source'>) => `Ponderado por población: ${source}.`,
    missing: ({ area, periods, reason, missing }: Filled<'area' | 'periods' | 'reason' | 'missing'>) =>
      `${area}, ${periods}: ${reason} (${missing}); el grupo no tiene valor.`,
    missingFigure: ({ area, periods, reason, missing }: Filled<'area' | 'periods' | 'reason' | 'missing'>) =>
      `${area}, ${periods}: ${reason} (${missing}); no hay cifra.`,
    missingPlain: ({ area, periods, reason }: Filled<'area' | 'periods' | 'reason'>) =>
      `${area}, ${periods}: ${reason}.`,
    comparability: 'Comparabilidad',
    nothingDiffers: 'No conocemos ninguna ruptura de serie ni diferencia de definición entre estas cifras.',
    computed: ({ how }: Filled<'how'>) => `Las filas sombreadas son cálculos de Cotejo (${how}).`,
    release: 'Esta edición',
    releaseText: ({ version, date }: Filled<'version' | 'date'>) =>
      `Edición ${version}, ${date}. Una URL con este número devuelve siempre las mismas cifras. Los bytes solo cambian cuando cambia el formato del archivo.`,
    kinds: { primary: 'fuente primaria', compiled: 'fuente compilada', secondary: 'fuente secundaria' },
    unknownLicence: 'Sin licencia indicada; se reproduce citando la fuente.',
  },
};

export const SIDEBAR_WORDS = { en, es };
