import { Args, Field, type ClassType } from 'type-graphql';
import { PageArgs } from './connection';

interface EdgeOptions {
  description: string;
  args?: ClassType<object>;
}

/**
 * Declares a connection from one type to another. How it is read stands in the type's read model under the same name;
 * sealing the schema joins the two, so there is no resolver to write.
 * @param connection the connection type
 * @param options description, and the argument class when it has a sort or filter of its own
 */
export function EdgeField(
  connection: () => ClassType<object>,
  { description, args = PageArgs }: EdgeOptions,
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
    Field(() => connection(), { description })(prototype, name, descriptor);
  };
}
