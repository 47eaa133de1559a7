package dev.landwaiter.rego.compile;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.policy.Requirements;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.syntax.With;
import java.util.List;
import java.util.TreeSet;

/// Stage 34: what the modules need of an engine.
final class BuildRequiredCapabilities implements Stage {
  @Override
  public String id() {
    return "BuildRequiredCapabilities";
  }

  @Override
  public void run(Compilation compilation) {
    var use = new Use(compilation.functions);
    compilation.eachModule(use::module);
    var features = new TreeSet<String>(use.features);
    var keywords = new TreeSet<String>();
    for (Ref path : compilation.imports) {
      List<Term> parts = path.parts();
      if (parts.getFirst() instanceof Variable root && root.name().equals("rego")) {
        features.add("rego_v1_import");
      }
      if (parts.getFirst() instanceof Variable root && root.name().equals("future")) {
        if (parts.size() > 2 && parts.get(2) instanceof Scalar keyword) {
          keywords.add(keyword.value().asText());
        } else {
          keywords.addAll(compilation.settings.capabilities().futureKeywords());
        }
      }
    }
    if (compilation.modules.stream().anyMatch(module -> module.version() == RegoVersion.V1)) {
      features.add("rego_v1");
      features.remove("rule_head_refs");
      features.remove("rule_head_ref_string_prefixes");
    }
    if (use.builtins.contains("internal.template_string")) {
      features.add("template_strings");
    }
    compilation.required = new Requirements(use.builtins, keywords, features);
  }

  private static final class Use extends Visit {
    private final Functions functions;
    private final TreeSet<String> builtins = new TreeSet<>();
    private final TreeSet<String> features = new TreeSet<>();

    Use(Functions functions) {
      this.functions = functions;
    }

    @Override
    void term(Term term) {
      if (term instanceof Call call) {
        functions.builtin(call.operator()).ifPresent(one -> builtins.add(one.name()));
      }
      if (term instanceof Ref ref) {
        keywords(ref);
      }
      super.term(term);
    }

    @Override
    void with(With with) {
      functions.named(with.target()).ifPresent(one -> builtins.add(one.name()));
      if (with.value() instanceof Ref ref) {
        functions.builtin(ref).ifPresent(one -> builtins.add(one.name()));
      }
      super.with(with);
    }

    @Override
    void head(Head head) {
      int size = head.ref().parts().size();
      if (size > 2 || (size > 1 && head.isMultiValue())) {
        features.add(
            head.ref().parts().subList(1, size - 1).stream()
                    .allMatch(part -> part instanceof Scalar s && s.value() instanceof StringValue)
                ? "rule_head_ref_string_prefixes"
                : "rule_head_refs");
      }
      keywords(head.ref());
      super.head(head);
    }

    private void keywords(Ref ref) {
      if (ref.parts().stream().skip(1).anyMatch(Use::isDottedKeyword)) {
        features.add("keywords_in_refs");
      }
    }

    private static boolean isDottedKeyword(Term part) {
      return part instanceof Scalar scalar
          && scalar.value() instanceof StringValue text
          && !scalar.at().text().startsWith("\"")
          && !TermText.isPlainName(text)
          && text.asText().chars().allMatch(Character::isLowerCase);
    }
  }
}
