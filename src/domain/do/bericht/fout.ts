/** Why a file, message or line is refused: the words of the list of refused messages. */
export type Redenklasse =
  | 'leeg-bestand'
  | 'te-groot'
  | 'bestandstype'
  | 'geen-utf8'
  | 'doctype-verboden'
  | 'niet-welgevormd'
  | 'onbekende-namespace'
  | 'soort-niet-ondersteund'
  | 'verkeerde-root'
  | 'schemafout'
  | 'bsn-elfproef'
  | 'totaal-onjuist'
  | 'bedrag-onjuist'
  | 'declaratieperiode-onjuist'
  | 'statusaanlevering-verboden'
  | 'datum-onlogisch'
  | 'dubbele-referentie'
  | 'zip-padtraversal'
  | 'zip-koppeling'
  | 'zip-bom'
  | 'zip-genest'
  | 'zip-beschadigd'
  | 'zip-versleuteld'

/** `regel`: line in the file; `volgnummer`: which product or prestatie of the message. Both count from 1. */
export type Plaats = { element?: string; regel?: number; volgnummer?: number }

/** A refusal for the back office. `melding` is Dutch, says what to do, and never holds a value of the message. */
export type Berichtfout = { code: Redenklasse; melding: string; plaats?: Plaats }
