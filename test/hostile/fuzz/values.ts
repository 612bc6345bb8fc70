import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
  type GraphQLInputType,
} from 'graphql';
import type { Dice } from './dice';
import { hostileNumbers, hostileTexts } from './hostile-texts';

/** Global ids that exist, by type. */
export type IdPool = ReadonlyMap<string, readonly string[]>;

/** What random values are made from. */
export interface Source {
  dice: Dice;
  ids: IdPool;
  /** Of a hundred values, how many are hostile. */
  hostility: number;
}

/**
 * A random value of an input type, mostly a sensible one.
 * @param name of the argument or field, which tells whose id it takes
 * @param noun the type that a plain `id` is taken to be of
 */
export function valueOf(source: Source, type: GraphQLInputType, name: string, noun: string): unknown {
  const { dice, hostility } = source;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const length = dice.percent(5) ? 150 : dice.below(3) + 1;
    return Array.from({ length }, () => valueOf(source, nullable.ofType, name, noun));
  }
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields()).filter(
      (field) => isRequiredInputField(field) || dice.percent(50),
    );
    return Object.fromEntries(
      fields.map((field) => [field.name, valueOf(source, field.type, field.name, noun)]),
    );
  }
  if (isEnumType(named)) return dice.one(named.getValues()).name;
  if (dice.percent(hostility)) return dice.percent(50) ? dice.one(hostileTexts) : dice.one(hostileNumbers);
  return plainValue(source, named.name, name, noun);
}

function plainValue({ dice, ids, hostility }: Source, type: string, name: string, noun: string): unknown {
  switch (type) {
    case 'Int':
      return name === 'first' || name === 'last' ? dice.below(5) + 1 : dice.below(5);
    case 'Float':
      return dice.below(1_000) / 10;
    case 'Boolean':
      return dice.percent(50);
    case 'ID':
      return idOf(dice, ids, name, noun);
    case 'UUID':
      return uuid(dice);
    case 'Date':
      return `2027-0${dice.below(9) + 1}-1${dice.below(10)}`;
    case 'DateTime':
      return `2027-0${dice.below(9) + 1}-1${dice.below(10)}T08:00:00Z`;
    default:
      return dice.percent(hostility * 4) ? dice.one(hostileTexts) : `texte ${dice.below(1_000)}`;
  }
}

/** An id, most often of an object of the type that the name speaks of. */
function idOf(dice: Dice, ids: IdPool, name: string, noun: string): string {
  const spoken = name.replace(/Ids?$/, '').replace(/^./, (letter) => letter.toUpperCase());
  const type = ids.has(spoken) ? spoken : noun;
  const own = ids.get(type);
  if (own && own.length > 0 && dice.percent(90)) return dice.one(own);
  return dice.one(dice.one([...ids.values()].filter((list) => list.length > 0)));
}

function uuid(dice: Dice): string {
  const digits = Array.from({ length: 4 }, () => dice.below(0x10000).toString(16).padStart(4, '0'));
  return `${digits[0]}${digits[1]}-0000-4000-8000-${digits[2]}${digits[3]}0000`;
}
