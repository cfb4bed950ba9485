import { ValidateBy } from 'class-validator';

/** A number with three decimals at most. IsNumber's own `maxDecimalPlaces` throws for what is written as 1e-7. */
export function IsThousandths(): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'number' && Number(value.toFixed(3)) === value;
  const defaultMessage = () => 'must have three decimals at most';
  return ValidateBy({ name: 'isNumber', validator: { validate, defaultMessage } });
}
