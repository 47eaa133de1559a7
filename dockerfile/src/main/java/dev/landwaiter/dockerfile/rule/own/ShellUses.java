package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Where the shell text of a RUN uses variables that the text itself does not define.
final class ShellUses {
  /// A variable and where it is used.
  record Use(String name, Span span) {}

  private static final String STARTS = " \t\r\n;&|(`";

  private final List<Use> uses = new ArrayList<>(0);
  private final Set<String> defined = new HashSet<>();
  private final Predicate<String> wanted;

  private ShellUses(Predicate<String> wanted) {
    this.wanted = wanted;
  }

  /// The uses of wanted names, in file order. A name that stands alone as a word, or before a `=`
  /// at the start of a word, counts as defined: by an assignment, `read`, `for` or `export`.
  static List<Use> of(Instruction.Run run, Predicate<String> wanted) {
    var found = new ShellUses(wanted);
    Look.texts(run).forEach(found::read);
    for (Flag each : run.statement().flags()) {
      for (String part : each.value().orElse("").split(",", -1)) {
        if (part.startsWith("env=")) {
          found.defined.add(part.substring("env=".length()));
        }
      }
    }
    found.uses.removeIf(each -> found.defined.contains(each.name()));
    return found.uses;
  }

  private void read(MappedText text) {
    boolean twice = false;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\') {
        at += 2;
      } else if (c == '\'' && !twice) {
        at = behind(text, at + 1, '\'');
      } else if (c == '#' && !twice && starts(text, at)) {
        at = behind(text, at, '\n');
      } else if (c == '$') {
        at = use(text, at);
      } else if (isName(c) && !isDigit(c)) {
        at = word(text, at, !twice);
      } else {
        twice ^= c == '"';
        at++;
      }
    }
  }

  private static int behind(MappedText text, int from, char end) {
    int at = from;
    while (at < text.length() && text.charAt(at) != end) {
      at++;
    }
    return at + 1;
  }

  private int use(MappedText text, int dollar) {
    boolean braced = dollar + 1 < text.length() && text.charAt(dollar + 1) == '{';
    int start = dollar + (braced ? 2 : 1);
    int end = name(text, start);
    if (end == start || isDigit(text.charAt(start))) {
      return start;
    }
    String name = text.subSequence(start, end).toString();
    // ${name:-other} and its kin know that the name may have no value.
    boolean plain = !braced || (end < text.length() && "}#%/^,@".indexOf(text.charAt(end)) >= 0);
    if (plain && wanted.test(name)) {
      boolean closed = braced && text.charAt(end) == '}';
      uses.add(new Use(name, text.span(dollar, closed ? end + 1 : end)));
    } else if (braced && end < text.length() && wanted.test(name)) {
      // With a default of its own the text copes with the lack of a value.
      defined.add(name);
    }
    return end;
  }

  private int word(MappedText text, int start, boolean unquoted) {
    int end = name(text, start);
    boolean whole = end == text.length() || STARTS.indexOf(text.charAt(end)) >= 0;
    boolean assigned =
        end < text.length()
            && (text.charAt(end) == '='
                || (text.charAt(end) == '+'
                    && end + 1 < text.length()
                    && text.charAt(end + 1) == '='));
    if (unquoted && starts(text, start) && (whole || assigned)) {
      defined.add(text.subSequence(start, end).toString());
    }
    return end;
  }

  private static boolean starts(MappedText text, int at) {
    return at == 0 || STARTS.indexOf(text.charAt(at - 1)) >= 0;
  }

  private static int name(MappedText text, int start) {
    int end = start;
    while (end < text.length() && isName(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isName(char c) {
    return c == '_' || isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
