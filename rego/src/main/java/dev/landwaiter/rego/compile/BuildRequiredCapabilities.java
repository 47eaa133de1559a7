package dev.landwaiter.rego.compile;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.policy.Requirements;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.syntax.With;
import java.util.List;
import java.util.Set;
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
    use.builtins.addAll(compilation.gone);
    var features = new TreeSet<String>();
    var keywords = new TreeSet<String>();
    boolean modern = false;
    for (Module module : compilation.modules) {
      if (module.version() == RegoVersion.V1) {
        modern = true;
        features.add("rego_v1");
      } else {
        module.rules().forEach(rule -> heads(rule.head().ref(), features));
      }
    }
    for (Ref path : compilation.imports) {
      imported(compilation, path, modern, keywords, features);
    }
    if (use.builtins.contains("internal.template_string")) {
      features.add("template_strings");
    }
    compilation.required = new Requirements(use.builtins, keywords, features);
  }

  private static void heads(Ref ref, Set<String> features) {
    if (ref.parts().size() > 2) {
      boolean constant =
          ref.parts().stream()
              .skip(1)
              .allMatch(part -> part instanceof Scalar s && s.value() instanceof StringValue);
      features.add(constant ? "rule_head_ref_string_prefixes" : "rule_head_refs");
    }
  }

  private static void imported(
      Compilation compilation,
      Ref path,
      boolean modern,
      Set<String> keywords,
      Set<String> features) {
    List<Term> parts = path.parts();
    String root = parts.getFirst() instanceof Variable name ? name.name() : "";
    if (root.equals("rego") && !modern) {
      features.add("rego_v1_import");
    }
    if (root.equals("future")) {
      List<String> known = compilation.settings.capabilities().futureKeywords();
      if (parts.size() > 2 && parts.get(2) instanceof Scalar keyword) {
        String name = keyword.value().asText();
        if (!modern || known.contains(name)) {
          keywords.add(name);
        }
      } else {
        keywords.addAll(known);
      }
    }
  }

  private static final class Use extends Visit {
    private final Functions functions;
    private final TreeSet<String> builtins = new TreeSet<>();

    Use(Functions functions) {
      this.functions = functions;
    }

    @Override
    void term(Term term) {
      if (term instanceof Call call) {
        functions.builtin(call.operator()).ifPresent(one -> builtins.add(one.name()));
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
  }
}
