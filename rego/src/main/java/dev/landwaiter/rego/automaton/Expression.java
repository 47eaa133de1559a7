package dev.landwaiter.rego.automaton;

import java.util.BitSet;
import java.util.List;

/// What a pattern says.
sealed interface Expression {

  /// Writes the instructions that lead to `next`.
  ///
  /// @return where they begin
  int write(Instructions to, int next);

  /// How many instructions that takes.
  long size();

  /// One character out of some.
  record One(BitSet characters) implements Expression {
    @Override
    public int write(Instructions to, int next) {
      return to.add(Instructions.Kind.TAKE, characters, next, next);
    }

    @Override
    public long size() {
      return 1;
    }
  }

  /// `^` or `$`.
  record Edge(boolean start) implements Expression {
    @Override
    public int write(Instructions to, int next) {
      return to.add(start ? Instructions.Kind.START : Instructions.Kind.END, null, next, next);
    }

    @Override
    public long size() {
      return 1;
    }
  }

  /// One after the other.
  record Sequence(List<Expression> parts) implements Expression {
    @Override
    public int write(Instructions to, int next) {
      int at = next;
      for (Expression part : parts.reversed()) {
        at = part.write(to, at);
      }
      return at;
    }

    @Override
    public long size() {
      return parts.stream().mapToLong(Expression::size).sum();
    }
  }

  /// One of two.
  record Either(Expression left, Expression right) implements Expression {
    @Override
    public int write(Instructions to, int next) {
      int first = left.write(to, next);
      return to.add(Instructions.Kind.FORK, null, first, right.write(to, next));
    }

    @Override
    public long size() {
      return left.size() + right.size() + 1;
    }
  }

  /// Many times.
  ///
  /// @param most -1 for any number
  record Repeated(Expression part, int least, int most) implements Expression {
    @Override
    public int write(Instructions to, int next) {
      int at = next;
      if (most < 0) {
        int loop = to.hold();
        to.fill(loop, part.write(to, loop), next);
        at = loop;
      } else {
        for (int i = least; i < most; i++) {
          int inside = part.write(to, at);
          at = to.add(Instructions.Kind.FORK, null, inside, next);
        }
      }
      for (int i = 0; i < least; i++) {
        at = part.write(to, at);
      }
      return at;
    }

    @Override
    public long size() {
      return (part.size() + 1) * (1 + Math.max(least, most));
    }
  }
}
