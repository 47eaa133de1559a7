package dev.landwaiter.rego.format;

import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.syntax.Comment;
import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.PackageClause;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermOrder;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Writes modules in their one form (reference 15.5).
public final class ModuleFormat {
  private final Layout layout;
  private final RuleWriter rules;

  private ModuleFormat(Layout layout, RuleWriter rules) {
    this.layout = layout;
    this.rules = rules;
  }

  /// Reads a module and writes it anew.
  ///
  /// @throws RegoException when the source is no module, or cannot be one of the wanted version
  public static String format(Source source, FormatSettings settings) throws RegoException {
    Module module = Parser.parseModule(source, settings.parser());
    if (settings.writesV1()) {
      var errors = VersionChecks.of(module, settings.deprecated());
      if (!errors.isEmpty()) {
        throw new RegoException(errors);
      }
    }
    return format(module, settings);
  }

  /// Writes a module whose nodes know their places.
  public static String format(Module module, FormatSettings settings) {
    var dialect = Dialect.of(module, settings.writesV1());
    var layout = new Layout(module.comments());
    var formatter = new ModuleFormat(layout, new RuleWriter(layout, dialect));
    List<Import> imports =
        ImportList.of(module, settings, new TreeSet<>(NeededKeywords.of(module)));
    formatter.write(module.packageClause());
    formatter.write(imports, module.rules());
    layout.writeRest();
    return layout.text();
  }

  private void write(PackageClause clause) {
    try {
      layout.insertComments(clause.at().row());
      layout.startLine();
      layout.write("package ");
      List<Term> parts =
          new ArrayList<>(clause.path().parts().subList(1, clause.path().parts().size()));
      if (!parts.isEmpty() && parts.getFirst() instanceof dev.landwaiter.rego.syntax.Scalar first) {
        parts.set(0, new Variable(first.value().asText(), first.at()));
        rules.terms().writeRef(new Ref(parts, clause.path().at()));
      }
    } catch (UnexpectedComment _) {
      layout.writeAsIs(clause.path().at(), true);
    }
    layout.blankLine();
  }

  /// Imports and rules by their places: runs of the one after runs of the other.
  private void write(List<Import> imports, List<Rule> all) {
    int import_ = 0;
    int rule = 0;
    while (import_ < imports.size() || rule < all.size()) {
      int end = import_;
      while (end < imports.size()
          && (rule == all.size() || imports.get(end).at().row() <= all.get(rule).at().row())) {
        end++;
      }
      writeImports(imports.subList(import_, end));
      import_ = end;
      end = rule;
      while (end < all.size()
          && (import_ == imports.size()
              || all.get(end).at().row() < imports.get(import_).at().row())) {
        end++;
      }
      rules.write(all.subList(rule, end));
      rule = end;
    }
  }

  private void writeImports(List<Import> imports) {
    List<Optional<Comment>> comments = layout.takeOnRows(imports, Import::at);
    int start = 0;
    while (start < imports.size()) {
      int end = start + 1;
      while (end < imports.size()
          && imports.get(end).at().row() - imports.get(end - 1).at().row() <= 1) {
        end++;
      }
      writeGroup(imports.subList(start, end), comments.subList(start, end));
      start = end;
    }
  }

  private void writeGroup(List<Import> group, List<Optional<Comment>> comments) {
    layout.insertCommentsInTurn(group.getFirst().at().row());
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparing(group::get, Comparator.comparing(Import::path, TermOrder::compare))
            .thenComparing(i -> group.get(i).alias().orElse("")));
    for (int i : order) {
      layout.startLine();
      layout.write("import ");
      try {
        rules.terms().writeRef(group.get(i).path());
      } catch (UnexpectedComment _) {
        layout.writeAsIs(group.get(i).path().at(), false);
      }
      group.get(i).alias().ifPresent(alias -> layout.write(" as ").write(alias));
      comments.get(i).ifPresent(comment -> layout.write(" ").write(Layout.text(comment)));
      layout.endLine();
    }
    layout.blankLine();
  }
}
