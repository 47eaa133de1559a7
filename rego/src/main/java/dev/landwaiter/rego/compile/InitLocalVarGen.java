package dev.landwaiter.rego.compile;

/// Stage 2: names that stand in the modules are not made again.
final class InitLocalVarGen implements Stage {
  @Override
  public String id() {
    return "InitLocalVarGen";
  }

  @Override
  public void run(Compilation compilation) {
    var all = new Variables();
    compilation.eachModule(all::module);
    compilation.names = Names.forModules(all.names);
  }
}
