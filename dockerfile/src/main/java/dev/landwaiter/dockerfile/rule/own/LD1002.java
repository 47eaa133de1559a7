package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.HashSet;
import java.util.Set;

/// Passwords in URLs: `https://name:password@host/`.
public final class LD1002 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1002",
              Level.WARNING,
              "A URL in the Dockerfile holds a password",
              "The password stays in the file, in the image's history and often in the"
                  + " configuration of the tool that got the URL",
              "Keep it in a .netrc or credential file that RUN sees through"
                  + " --mount=type=secret, or set the URL when the container starts")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean hidesSecrets() {
    return true;
  }

  @Override
  public Judge begin(Surroundings around) {
    Set<String> arguments = new HashSet<>();
    return (instruction, sink) -> {
      switch (instruction) {
        case Instruction.Onbuild onbuild -> {}
        case Instruction.Arg arg -> {
          arg.arguments().forEach(each -> arguments.add(each.name().text()));
          see(arg, arguments, sink);
        }
        default -> see(instruction, arguments, sink);
      }
    };
  }

  private static void see(Instruction instruction, Set<String> arguments, Sink sink) {
    for (MappedText text : Look.texts(instruction)) {
      String plain = text.toString();
      for (int at = plain.indexOf("://"); at >= 0; at = plain.indexOf("://", at + 1)) {
        int start = at + 3;
        int end = authorityEnd(plain, start);
        int sign = plain.substring(start, end).lastIndexOf('@') + start;
        int colon = sign > start ? plain.indexOf(':', start) : -1;
        if (colon > start && colon < sign - 1) {
          String password = plain.substring(colon + 1, sign);
          if (Literal.isSecret(password, arguments)) {
            sink.hide(text.span(colon + 1, sign));
            sink.report(instruction, text.span(start, sign), "The URL holds a password");
          }
        }
      }
    }
  }

  private static int authorityEnd(String text, int from) {
    int at = from;
    while (at < text.length() && " \t\n\r/\"'`;|&<>()?#\\,".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
