package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Log;
import dev.landwaiter.policy.gatekeeper.Code;
import dev.landwaiter.policy.gatekeeper.Constraint;
import dev.landwaiter.policy.gatekeeper.Result;
import dev.landwaiter.policy.gatekeeper.Template;
import dev.landwaiter.policy.gatekeeper.run.Client;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a run says of constraints and templates that do not do what their writers may think.
final class Warnings {
  private static final List<String> PREFIXED = List.of("startswith(", "any_prefix_match(");
  private static final List<String> LISTS = List.of("repo", "registr", "prefix", "image");

  private Warnings() {}

  /// Says which actions Gatekeeper does not know: in a cluster it does nothing then.
  static void unknownActions(Client client, Log log) {
    for (Constraint constraint : client.constraints()) {
      if (!Result.isKnown(constraint.action())) {
        log.warn(
            "constraint %s/%s: Gatekeeper does not know the enforcementAction \"%s\" and would let everything pass; it counts as deny here"
                .formatted(constraint.kind(), constraint.name(), constraint.action()));
      }
    }
  }

  /// Says which allow-lists of registries can be got around (reference 16).
  static void allowLists(Client client, Log log) {
    Map<String, String> texts = new HashMap<>();
    for (Template template : client.templates()) {
      String text = rego(template);
      texts.put(template.kind(), text);
      boolean images = text.contains(".containers") && text.contains(".image");
      if (images && !text.contains("initContainers")) {
        log.warn(
            "template %s looks at the images of containers and not at initContainers and ephemeralContainers, which pull and run some too"
                .formatted(template.name()));
      }
    }
    for (Constraint constraint : client.constraints()) {
      String text = texts.getOrDefault(constraint.kind(), "");
      if (PREFIXED.stream().anyMatch(text::contains)) {
        openPrefixes(constraint, log);
      }
    }
  }

  private static String rego(Template template) {
    var text = new StringBuilder();
    for (Code code : template.code()) {
      if (code.engine().equals(Code.REGO)) {
        text.append(code.source().text("rego"));
        code.source()
            .get("libs")
            .ifPresent(libs -> libs.elements().forEach(lib -> text.append(lib.asText())));
      }
    }
    return text.toString();
  }

  private static void openPrefixes(Constraint constraint, Log log) {
    constraint
        .parameters()
        .members()
        .forEach((name, list) -> {
          String lower = name.asText().toLowerCase(Locale.ROOT);
          if (LISTS.stream().anyMatch(lower::contains)) {
            for (Value prefix : list.elements()) {
              openPrefix(constraint, name.asText(), prefix.asText(), log);
            }
          }
        });
  }

  /// A prefix that ends inside of a name fits longer names too.
  private static void openPrefix(Constraint constraint, String name, String prefix, Log log) {
    boolean open =
        !prefix.isEmpty()
            && Character.isLetterOrDigit(prefix.charAt(prefix.length() - 1))
            && prefix.indexOf(':') < 0
            && prefix.indexOf('*') < 0;
    if (open) {
      log.warn(
          "constraint %1$s/%2$s: as a prefix %3$s in %4$s also admits %3$s-not-really/image; end it with a slash"
              .formatted(constraint.kind(), constraint.name(), prefix, name));
    }
  }
}
