/** Refusals, by their codes. The English ones stand where the codes do: programs read them too. */
import { type RefusalCode, REFUSALS } from '../../../shared/wire/refusal.ts'
import { spoken } from '../language.ts'

const english = Object.fromEntries(
  Object.entries(REFUSALS).map(([code, { sentence }]) => [code, sentence]),
) as Record<RefusalCode, string>

export const say = spoken('refusals', english)
