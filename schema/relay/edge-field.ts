import { Args, Field, type ClassType } from 'type-graphql';
import { PageArgs } from './connection';

interface EdgeOptions {
  description: string;
  args?: ClassType<object>;
}

/**
 * Declares a field with arguments that has no resolver: the type's read model serves it under the same name, and
 * sealing the schema joins the two.
 */
export function declareEdge(
  type: () => ClassType<object> | [ClassType<object>] | StringConstructor,
  { description, args, nullable = false }: Required<EdgeOptions> & { nullable?: boolean },
): PropertyDecorator {
  return (prototype, name) => {
    const declared = (): never => {
      throw new Error(`${String(name)} is read through its read model`);
    };
    const descriptor: PropertyDescriptor = { value: declared, configurable: true, writable: true };
    Object.defineProperty(prototype, name, descriptor);
    Reflect.defineMetadata('design:paramtypes', [args], prototype, name);
    Reflect.defineMetadata('design:type', Function, prototype, name);
    Args(() => args)(prototype, name, 0);
    Field(() => type(), { description, nullable })(prototype, name, descriptor);
  };
}

/**
 * Declares a connection from one type to another.
 * @param connection the connection type
 * @param options description, and the argument class when it has a sort or filter of its own
 */
export function EdgeField(
  connection: () => ClassType<object>,
  { description, args = PageArgs }: EdgeOptions,
): PropertyDecorator {
  return declareEdge(connection, { description, args });
}
