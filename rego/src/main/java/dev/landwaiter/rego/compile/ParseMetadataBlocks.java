package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.syntax.Comment;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Rule;
import java.util.ArrayList;
import java.util.List;

/// Stage 14: metadata is read where a policy asks for it and the parser was not told to read it.
final class ParseMetadataBlocks implements Stage {
  @Override
  public String id() {
    return "ParseMetadataBlocks";
  }

  @Override
  public void run(Compilation compilation) {
    if (compilation.modules.stream().noneMatch(ParseMetadataBlocks::asks)) {
      return;
    }
    for (int i = 0; i < compilation.modules.size(); i++) {
      Module module = compilation.modules.get(i);
      if (module.annotations().isEmpty()
          && module.comments().stream().anyMatch(ParseMetadataBlocks::begins)) {
        read(compilation, i, module);
      }
    }
  }

  private static boolean begins(Comment comment) {
    return comment.text().strip().startsWith("METADATA");
  }

  /// Whether a module calls a function that answers with metadata.
  static boolean asks(Module module) {
    boolean[] found = {false};
    new Visit() {
      @Override
      void expr(Expr expr) {
        found[0] |= RewriteRegoMetadataCalls.isChain(expr) || RewriteRegoMetadataCalls.isRule(expr);
        super.expr(expr);
      }
    }.module(module);
    return found[0];
  }

  private static void read(Compilation compilation, int index, Module module) {
    RegoVersion version = module.version() == RegoVersion.V1 ? RegoVersion.V1 : RegoVersion.V0;
    var settings =
        ParserSettings.of(version)
            .capabilities(compilation.settings.capabilities())
            .extraKeywords(module.keywords())
            .annotations(true);
    try {
      Module read = Parser.parseModule(module.source(), settings);
      var rules = new ArrayList<Rule>();
      for (int i = 0; i < module.rules().size(); i++) {
        rules.add(annotated(module.rules().get(i), read.rules(), i));
      }
      compilation.modules.set(
          index,
          new Module(
              module.source(),
              module.version(),
              module.keywords(),
              module.packageClause(),
              module.imports(),
              rules,
              read.annotations(),
              module.comments()));
    } catch (RegoException e) {
      e.errors().forEach(compilation.problems::add);
    }
  }

  private static Rule annotated(Rule rule, List<Rule> read, int index) {
    return index >= read.size()
        ? rule
        : new Rule(
            rule.isDefault(),
            rule.head(),
            rule.body(),
            rule.constant(),
            rule.orElse(),
            read.get(index).annotations(),
            rule.at());
  }
}
