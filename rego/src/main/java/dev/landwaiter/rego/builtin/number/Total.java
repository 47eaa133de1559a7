package dev.landwaiter.rego.builtin.number;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import java.math.BigInteger;
import java.util.List;

/// Sums and products: exact while all numbers are integers; one fraction makes all of them binary.
final class Total {
  private Total() {}

  static NumberValue sum(Surroundings surroundings, Value operand, List<Value> values)
      throws BuiltinException {
    long sum = 0;
    int next = 0;
    for (; next < values.size(); next++) {
      if (!(values.get(next) instanceof NumberValue number) || !number.isPlain()) {
        break;
      }
      long more = sum + number.plain();
      if (((sum ^ more) & (number.plain() ^ more)) < 0) {
        break;
      }
      sum = more;
    }
    BigInteger exact = BigInteger.valueOf(sum);
    for (; next < values.size(); next++) {
      surroundings.check();
      BigInteger integer = Exact.integer(number(operand, values.get(next)));
      if (integer == null) {
        return binarySum(surroundings, operand, values);
      }
      exact = exact.add(integer);
    }
    return Exact.number(exact);
  }

  private static NumberValue binarySum(Surroundings surroundings, Value operand, List<Value> values)
      throws BuiltinException {
    BinaryFloat sum = BinaryFloat.ZERO;
    for (Value value : values) {
      surroundings.check();
      sum = sum.plus(Exact.binary(number(operand, value)));
    }
    return Exact.number(sum);
  }

  static NumberValue product(Surroundings surroundings, Value operand, List<Value> values)
      throws BuiltinException {
    NumberValue product = NumberValue.of(1);
    for (Value value : values) {
      surroundings.check();
      NumberValue number = number(operand, value);
      if (Exact.integer(number) == null) {
        return binaryProduct(surroundings, operand, values);
      }
      product = Arithmetic.times(product, number);
    }
    return product;
  }

  private static NumberValue binaryProduct(
      Surroundings surroundings, Value operand, List<Value> values) throws BuiltinException {
    BinaryFloat product = BinaryFloat.ONE;
    for (Value value : values) {
      surroundings.check();
      product = product.times(Exact.binary(number(operand, value)));
    }
    return Exact.number(product);
  }

  private static NumberValue number(Value operand, Value value) throws BuiltinException {
    if (value instanceof NumberValue number) {
      return number;
    }
    throw Operands.wrongElement(1, operand, value, "number");
  }
}
