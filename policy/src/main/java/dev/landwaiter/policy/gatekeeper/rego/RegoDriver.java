package dev.landwaiter.policy.gatekeeper.rego;

import dev.landwaiter.policy.gatekeeper.Code;
import dev.landwaiter.policy.gatekeeper.Driver;
import dev.landwaiter.policy.gatekeeper.Judge;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Template;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.compile.QueryCompiler;
import dev.landwaiter.rego.compile.QuerySettings;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.rego.type.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Runs templates written in Rego (reference 5.2 and 6).
public final class RegoDriver implements Driver {
  private final RegoDriverSettings settings;
  private final Map<String, Builtin> functions;
  private final Capabilities zero;
  private final Capabilities one;

  public RegoDriver(RegoDriverSettings settings) {
    this.settings = settings;
    Map<String, Builtin> allowed = new HashMap<>(settings.functions());
    allowed.keySet().removeAll(settings.disabled());
    this.functions = Map.copyOf(allowed);
    List<Declaration> declarations = allowed.values().stream().map(Builtin::declaration).toList();
    this.zero = Capabilities.current(RegoVersion.V0, declarations);
    this.one = Capabilities.current(RegoVersion.V1, declarations);
  }

  @Override
  public String engine() {
    return Code.REGO;
  }

  @Override
  public Judge prepare(Template template, Code code) throws RefusedException {
    RegoVersion version =
        code.source().text("version").equals("v1") ? RegoVersion.V1 : RegoVersion.V0;
    Capabilities capabilities = version == RegoVersion.V1 ? one : zero;
    try {
      List<Module> modules =
          new ArrayList<>(
              new TemplateModules(capabilities, version, settings.inventory()).read(code));
      modules.add(TemplateModules.hooks(version, capabilities));
      CompiledPolicy policy = Compiler.compile(modules, compiler(capabilities));
      CompiledQuery query =
          QueryCompiler.compile(
              policy,
              Parser.parseQuery(
                  new Source("", "data.template.violation"),
                  ParserSettings.of(version).capabilities(capabilities)),
              new QuerySettings(Optional.empty(), List.of(), false, true, Set.of(), true));
      return new RegoJudge(policy, query, functions, settings);
    } catch (StackOverflowError e) {
      throw new RefusedException("unable to compile modules: they are nested too deep");
    } catch (RegoException e) {
      throw new RefusedException(
          "unable to compile modules: " + RegoException.text(e.errors()),
          NegatedWildcard.hint(e.errors()));
    }
  }

  private CompilerSettings compiler(Capabilities capabilities) {
    CompilerSettings plain = CompilerSettings.of(capabilities);
    return settings.prints() ? plain.keepingPrint() : plain;
  }
}
