import { ParseOption, XmlDocument, XmlParseError, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { join } from 'node:path'
import type { Berichtsoort, Wet } from '../../src/domain/do/bericht/bericht.ts'
import { gedeeld, leesGedeeld, listGedeeld } from './bericht-gedeeld.ts'

const validators = new Map<string, XsdValidator>()
let geregistreerd = false

/** Whether libxml2 with the official XSD accepts the message; the reason when it does not. */
export function oordeelXsd(wet: Wet, soort: Berichtsoort, bytes: Uint8Array): { geldig: boolean; reden: string } {
  const validator = validatorVoor(wet, soort)
  let document: XmlDocument | undefined
  try {
    document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_NO_XXE })
    validator.validate(document)
    return { geldig: true, reden: '' }
  } catch (fout) {
    if (fout instanceof XmlParseError || fout instanceof XmlValidateError) {
      return { geldig: false, reden: fout.message }
    }
    throw fout
  } finally {
    document?.dispose()
  }
}

function validatorVoor(wet: Wet, soort: Berichtsoort): XsdValidator {
  const sleutel = wet + soort
  const bekend = validators.get(sleutel)
  if (bekend !== undefined) {
    return bekend
  }
  if (!geregistreerd) {
    xmlRegisterFsInputProviders()
    geregistreerd = true
  }
  const { xsd, map } = leesXsd(wet, soort)
  // The address makes the import of basisschema.xsd find the file beside it.
  const document = XmlDocument.fromString(xsd, { url: `file://${join(gedeeld ?? '', map, 'bericht.xsd')}` })
  const validator = XsdValidator.fromDoc(document)
  document.dispose()
  validators.set(sleutel, validator)
  return validator
}

const JW_CODE: Partial<Record<Berichtsoort, readonly [string, string]>> = {
  '302': ['437', '415'],
  '306': ['439', '419'],
  '308': ['441', '421'],
  '325': ['491', '485'],
}

/** WMO302, 306, 308 and 325 have no published XSD: the one of their iJw twin, with names and code of iWmo, on the iWmo basisschema. */
function leesXsd(wet: Wet, soort: Berichtsoort): { xsd: string; map: string } {
  const map = `istandaarden/xsd/i${wet}-3.2`
  const naam = `${wet.toUpperCase()}${soort}.xsd`
  if (listGedeeld(map).includes(naam)) {
    return { xsd: leesGedeeld(map, naam).toString(), map }
  }
  const [jw = '', wmo = ''] = JW_CODE[soort] ?? []
  const tweeling = leesGedeeld('istandaarden/xsd/ijw-3.2', `JW${soort}.xsd`).toString()
  const xsd = tweeling
    .replaceAll(`jw${soort}`, `wmo${soort}`)
    .replaceAll(/\bijw\b/g, 'iwmo')
    .replaceAll(`value="${jw}"`, `value="${wmo}"`)
  return { xsd, map }
}
