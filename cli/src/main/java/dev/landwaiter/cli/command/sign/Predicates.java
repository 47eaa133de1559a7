package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignSignFlags;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.statement.Predicate;
import dev.landwaiter.signing.statement.PredicateType;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;

/// The predicate that flags name.
final class Predicates {
  private Predicates() {}

  static Predicate of(Invocation invocation, SigningRun run) throws UsageException, IOException {
    Values values = invocation.values();
    String type = values.text(CosignSignFlags.TYPE);
    if (PredicateType.named(type).isEmpty() && !absolute(type)) {
      throw new UsageException(
          "--type '%s' is neither a known word nor an absolute address".formatted(type));
    }
    String name = values.text(CosignSignFlags.PREDICATE);
    Bytes file = FileText.read(invocation, "--predicate", name);
    if (values.text(CosignSignFlags.ENTRY_TYPE).equals("intoto")) {
      run.warn("entries of the type intoto are written no longer; dsse is");
    }
    return Predicate.of(name.equals("-") ? "standard input" : name, type, file, run.choice().now());
  }

  private static boolean absolute(String type) {
    try {
      return new URI(type).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
