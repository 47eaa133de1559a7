package dev.landwaiter.rego.builtin.time;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;

/// `time.*` (reference 13.8).
public final class TimeFunctions {
  private static final Type NUMBER = Type.NUMBER;
  private static final Type TIME = Type.any(NUMBER, Type.tuple(NUMBER, Type.STRING));
  private static final Type FORMATTED =
      Type.any(
          NUMBER, Type.tuple(NUMBER, Type.STRING), Type.tuple(NUMBER, Type.STRING, Type.STRING));
  private static final Type THREE = Type.tuple(NUMBER, NUMBER, NUMBER);
  private static final Type SIX = Type.tuple(NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER);

  /// Years farther away than these are outside of what nanoseconds can tell.
  private static final long YEARS = 100_000_000;

  private TimeFunctions() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("time.now_ns").gives(NUMBER).flagged(Declaration.Flag.NONDETERMINISTIC),
            (s, _) -> Value.of(s.now())),
        new Builtin(
            Declaration.of("time.parse_ns")
                .takes("layout", Type.STRING)
                .takes("value", Type.STRING)
                .gives(NUMBER),
            (_, a) -> {
              String layout = LayoutNames.layout(Operands.string(a, 0));
              return Value.of(LayoutParse.nanos(layout, Operands.string(a, 1)));
            }),
        new Builtin(
            Declaration.of("time.parse_rfc3339_ns").takes("value", Type.STRING).gives(NUMBER),
            (_, a) -> Value.of(LayoutParse.nanos(LayoutNames.RFC3339, Operands.string(a, 0)))),
        new Builtin(
            Declaration.of("time.parse_duration_ns").takes("duration", Type.STRING).gives(NUMBER),
            (_, a) -> Value.of(GoDuration.nanos(Operands.string(a, 0)))),
        new Builtin(
            Declaration.of("time.format").takes("x", FORMATTED).gives(Type.STRING),
            (s, a) -> Value.of(format(s, a[0]))),
        new Builtin(
            Declaration.of("time.date").takes("x", TIME).gives(THREE),
            (s, a) -> {
              ZonedDateTime time = Instants.of(a[0], s.world());
              return numbers(time.getYear(), time.getMonthValue(), time.getDayOfMonth());
            }),
        new Builtin(
            Declaration.of("time.clock").takes("x", TIME).gives(THREE),
            (s, a) -> {
              ZonedDateTime time = Instants.of(a[0], s.world());
              return numbers(time.getHour(), time.getMinute(), time.getSecond());
            }),
        new Builtin(
            Declaration.of("time.weekday").takes("x", TIME).gives(Type.STRING),
            (s, a) -> Value.of(LayoutFormat.weekday(Instants.of(a[0], s.world())))),
        new Builtin(
            Declaration.of("time.add_date")
                .takes("ns", NUMBER)
                .takes("years", NUMBER)
                .takes("months", NUMBER)
                .takes("days", NUMBER)
                .gives(NUMBER),
            (s, a) -> Value.of(add(Instants.of(a[0], s.world()), a))),
        new Builtin(
            Declaration.of("time.diff").takes("ns1", TIME).takes("ns2", TIME).gives(SIX),
            (s, a) -> difference(Instants.of(a[0], s.world()), Instants.of(a[1], s.world()))));
  }

  private static Value numbers(long... numbers) {
    var values = new Value[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      values[i] = Value.of(numbers[i]);
    }
    return ArrayValue.of(values);
  }

  private static String format(Surroundings surroundings, Value value) throws BuiltinException {
    ZonedDateTime time = Instants.of(value, surroundings.world());
    String layout =
        value instanceof ArrayValue array && array.size() > 2
            ? LayoutNames.layout(Instants.text(array.at(2)))
            : LayoutNames.RFC3339_NANO;
    return LayoutFormat.format(time, layout);
  }

  /// Adds to the fields of the calendar and lets what is too much run over into the next.
  private static long add(ZonedDateTime time, Value[] arguments) throws BuiltinException {
    long years = Operands.integer(arguments, 1);
    long months = Operands.integer(arguments, 2);
    long days = Operands.integer(arguments, 3);
    if (isFar(years) || isFar(months) || isFar(days)) {
      throw BuiltinException.failure("time outside of valid range");
    }
    long month = time.getMonthValue() - 1 + months;
    long year = time.getYear() + years + Math.floorDiv(month, 12);
    var first = LocalDate.of((int) year, (int) Math.floorMod(month, 12L) + 1, 1);
    var date = first.plusDays(time.getDayOfMonth() - 1 + days);
    return Instants.nanos(LocalDateTime.of(date, time.toLocalTime()).atZone(time.getZone()));
  }

  private static boolean isFar(long number) {
    return number > YEARS || number < -YEARS;
  }

  private static Value difference(ZonedDateTime left, ZonedDateTime right) {
    ZonedDateTime other = right.withZoneSameInstant(left.getZone());
    ZonedDateTime from = left.toInstant().isAfter(other.toInstant()) ? other : left;
    ZonedDateTime to = from.equals(left) ? other : left;
    int seconds = to.getSecond() - from.getSecond();
    int minutes = to.getMinute() - from.getMinute();
    int hours = to.getHour() - from.getHour();
    int days = to.getDayOfMonth() - from.getDayOfMonth();
    int months = to.getMonthValue() - from.getMonthValue();
    int years = to.getYear() - from.getYear();
    if (seconds < 0) {
      seconds += 60;
      minutes--;
    }
    if (minutes < 0) {
      minutes += 60;
      hours--;
    }
    if (hours < 0) {
      hours += 24;
      days--;
    }
    if (days < 0) {
      days += from.toLocalDate().lengthOfMonth();
      months--;
    }
    if (months < 0) {
      months += 12;
      years--;
    }
    return numbers(years, months, days, hours, minutes, seconds);
  }
}
