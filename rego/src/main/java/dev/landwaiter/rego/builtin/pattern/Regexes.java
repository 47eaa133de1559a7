package dev.landwaiter.rego.builtin.pattern;

import static dev.landwaiter.rego.type.Type.BOOLEAN;
import static dev.landwaiter.rego.type.Type.NUMBER;
import static dev.landwaiter.rego.type.Type.STRING;

import com.google.re2j.Matcher;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Operation;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.ArrayList;
import java.util.List;

/// `regex.*` and the deprecated `re_match` (section 13.6).
public final class Regexes {
  private Regexes() {}

  public static List<Builtin> all() {
    Type texts = Type.array(STRING);
    Operation match =
        (surroundings, arguments) ->
            Value.of(regex(surroundings, arguments, 0).finds(Operands.string(arguments, 1)));
    return List.of(
        new Builtin(patternAndText("regex.match").gives(BOOLEAN), Regexes::match),
        new Builtin(
            Declaration.of("re_match")
                .takes("", STRING)
                .takes("", STRING)
                .gives(BOOLEAN)
                .flagged(Declaration.Flag.DEPRECATED),
            match),
        new Builtin(
            Declaration.of("regex.is_valid").takes("pattern", STRING).gives(BOOLEAN),
            (surroundings, arguments) ->
                Value.of(
                    arguments[0] instanceof StringValue(String pattern)
                        && Regex.isValid(surroundings, pattern))),
        new Builtin(
            patternAndText("regex.find_n").takes("number", NUMBER).gives(texts), Regexes::find),
        new Builtin(
            patternAndText("regex.find_all_string_submatch_n")
                .takes("number", NUMBER)
                .gives(Type.array(texts)),
            Regexes::findGroups),
        new Builtin(patternAndText("regex.split").gives(texts), Regexes::split),
        new Builtin(
            Declaration.of("regex.replace")
                .takes("s", STRING)
                .takes("pattern", STRING)
                .takes("value", STRING)
                .gives(STRING),
            Regexes::replace),
        new Builtin(
            Declaration.of("regex.template_match")
                .takes("template", STRING)
                .takes("value", STRING)
                .takes("delimiter_start", STRING)
                .takes("delimiter_end", STRING)
                .gives(BOOLEAN),
            RegexTemplate::match),
        new Builtin(
            Declaration.of("regex.globs_match")
                .takes("glob1", STRING)
                .takes("glob2", STRING)
                .gives(BOOLEAN),
            (surroundings, arguments) ->
                Value.of(
                    GlobPair.meet(
                        surroundings,
                        Operands.string(arguments, 0),
                        Operands.string(arguments, 1)))));
  }

  private static Declaration patternAndText(String name) {
    return Declaration.of(name).takes("pattern", STRING).takes("value", STRING);
  }

  private static Regex regex(Surroundings surroundings, Value[] arguments, int index)
      throws BuiltinException {
    return Regex.of(surroundings, Operands.string(arguments, index));
  }

  private static Value match(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    String pattern = Operands.string(arguments, 0);
    String text = Operands.string(arguments, 1);
    return Value.of(Regex.of(surroundings, pattern).finds(text));
  }

  private static Value find(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    String pattern = Operands.string(arguments, 0);
    String text = Operands.string(arguments, 1);
    long most = Operands.integer(arguments, 2);
    var found = new ArrayList<Value>();
    Regex.of(surroundings, pattern)
        .each(
            surroundings,
            text,
            most,
            match -> {
              surroundings.reserve(1);
              found.add(new StringValue(text.substring(match.start(), match.end())));
            });
    return new ArrayValue(found);
  }

  private static Value findGroups(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    String pattern = Operands.string(arguments, 0);
    String text = Operands.string(arguments, 1);
    long most = Operands.integer(arguments, 2);
    var found = new ArrayList<Value>();
    Regex.of(surroundings, pattern)
        .each(
            surroundings,
            text,
            most,
            match -> {
              surroundings.reserve(match.groupCount() + 2L);
              found.add(groups(match, text));
            });
    return new ArrayValue(found);
  }

  private static Value groups(Matcher match, String text) {
    var groups = new Value[match.groupCount() + 1];
    for (int i = 0; i < groups.length; i++) {
      int start = match.start(i);
      groups[i] = new StringValue(start < 0 ? "" : text.substring(start, match.end(i)));
    }
    return ArrayValue.of(groups);
  }

  private static Value split(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    String pattern = Operands.string(arguments, 0);
    String text = Operands.string(arguments, 1);
    Regex regex = Regex.of(surroundings, pattern);
    if (text.isEmpty() && !pattern.isEmpty()) {
      return ArrayValue.of(arguments[1]);
    }
    var parts = new ArrayList<Value>();
    int[] ends = {0, 0};
    regex.each(
        surroundings,
        text,
        -1,
        match -> {
          surroundings.reserve(1);
          ends[0] = match.start();
          if (match.end() != 0) {
            parts.add(new StringValue(text.substring(ends[1], match.start())));
          }
          ends[1] = match.end();
        });
    if (ends[0] != text.length()) {
      parts.add(new StringValue(text.substring(ends[1])));
    }
    return new ArrayValue(parts);
  }

  private static Value replace(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    String text = Operands.string(arguments, 0);
    Regex regex = regex(surroundings, arguments, 1);
    var template = new Replacement(Operands.string(arguments, 2), regex.names());
    Matcher matcher = regex.matcher(text);
    if (!matcher.find()) {
      return arguments[0];
    }
    var out = new StringBuilder(text.length());
    int from = 0;
    int lastEnd = 0;
    while (from <= text.length() && matcher.find(from)) {
      surroundings.look();
      out.append(text, lastEnd, matcher.start());
      if (matcher.end() > lastEnd || matcher.start() == 0) {
        int before = out.length();
        template.expand(matcher, text, out);
        surroundings.reserve((out.length() - before) >> 4);
      }
      lastEnd = matcher.end();
      int width = from < text.length() ? Character.charCount(text.codePointAt(from)) : 1;
      from = Math.max(from + width, lastEnd);
    }
    return new StringValue(out.append(text, lastEnd, text.length()).toString());
  }
}
