import { GoError } from '../../value/go-error.ts';
import type { GoFunction, GoValue } from '../../value/go-value.ts';
import { goMap } from '../../value/make-value.ts';
import { declareFunction } from '../declare-function.ts';

/** Functions that stop the rendering, and those that ask the cluster or the network, which there is none of. */
export const STOP_FUNCTIONS: readonly GoFunction[] = [
  declareFunction('fail', 'string -> string', ([message]: [string]) => {
    throw new GoError(message);
  }),
  declareFunction(
    'required',
    'string, any -> any',
    ([message, value]: [string, GoValue]) => {
      if (value === null || value === '') throw new GoError(message);
      return value;
    },
    ({ origins }) => origins[1],
  ),
  declareFunction(
    'lookup',
    'string, string, string, string -> map',
    () => goMap(),
    ({ context }) => context.unforeseen('lookup'),
  ),
  declareFunction(
    'getHostByName',
    'string -> string',
    () => '',
    ({ context }) => context.unforeseen('getHostByName'),
  ),
];
