package dev.landwaiter.policy.input.web;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.InputFormat;
import dev.landwaiter.policy.input.Placed;
import dev.landwaiter.policy.input.SourceText;
import dev.landwaiter.policy.input.web.NginxToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The configuration of nginx.
///
/// As in Conftest's parser, a directive without its semicolon takes the next line's words as its
/// parameters, and a closing brace too many ends the file.
public final class NginxFormat implements InputFormat {
  private static final int MOST_DEPTH = 256;

  @Override
  public String name() {
    return "nginx";
  }

  @Override
  public Value read(String where, byte[] text) throws FormatException {
    return placed(new SourceText(where, InputText.read(where, text))).value();
  }

  @Override
  public Locator locator(String where, byte[] text) {
    try {
      var source = new SourceText(where, InputText.read(where, text));
      return Locator.of(placed(source).positions(source));
    } catch (FormatException e) {
      return Locator.START;
    }
  }

  private static Placed placed(SourceText source) throws FormatException {
    List<NginxDirective> directives = new Parser(new NginxScanner(source)).directives(0);
    return NginxDirective.placed(directives, 0, source.text().length());
  }

  private record Parser(NginxScanner scanner) {
    List<NginxDirective> directives(int depth) throws FormatException {
      List<NginxDirective> directives = new ArrayList<>();
      for (NginxToken token = scanner.next(); !token.is(Kind.CLOSING); token = scanner.next()) {
        if (token.is(Kind.END)) {
          if (depth > 0) {
            throw wrong(token, "a block is not closed before the end", "add a }");
          }
          return directives;
        }
        if (token.is(Kind.WORD) || token.is(Kind.QUOTED)) {
          directives.add(directive(token, depth));
        }
      }
      return directives;
    }

    private NginxDirective directive(NginxToken name, int depth) throws FormatException {
      List<NginxToken> parameters = new ArrayList<>();
      NginxToken token = scanner.next();
      for (; token.isParameter(); token = scanner.next()) {
        parameters.add(token);
      }
      if (token.is(Kind.SEMICOLON)) {
        var directive = new NginxDirective(name, parameters, Optional.empty(), token.to());
        return name.text().equals("server") && !parameters.isEmpty()
            ? directive.asServer()
            : directive;
      }
      if (!token.is(Kind.OPENING)) {
        throw wrong(name, "the directive " + name.text() + " has no end", "add a ; after it");
      }
      return block(name, parameters, depth);
    }

    private NginxDirective block(NginxToken name, List<NginxToken> parameters, int depth)
        throws FormatException {
      if (depth >= MOST_DEPTH) {
        throw wrong(name, "nested deeper than " + MOST_DEPTH, "");
      }
      if (name.text().equals("location") && (parameters.isEmpty() || parameters.size() > 2)) {
        throw wrong(name, "location has one or two parameters, not " + parameters.size(), "");
      }
      List<NginxDirective> inner = List.of();
      if (name.text().endsWith("_by_lua_block")) {
        scanner.skipLua();
      } else {
        inner = directives(depth + 1);
      }
      return new NginxDirective(name, parameters, Optional.of(inner), scanner.end());
    }

    private FormatException wrong(NginxToken token, String message, String hint) {
      return scanner.source.wrong(token.from(), message, hint);
    }
  }
}
