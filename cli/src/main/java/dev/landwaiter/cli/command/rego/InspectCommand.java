package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.load.Bundle;
import dev.landwaiter.rego.load.BundleManifest;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.load.Loaded;
import dev.landwaiter.rego.parse.AnnotationListing;
import dev.landwaiter.rego.parse.ModuleJson;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.parse.TermJson;
import dev.landwaiter.rego.policy.Requirements;
import dev.landwaiter.rego.present.BoxTable;
import dev.landwaiter.rego.present.ErrorJson;
import dev.landwaiter.rego.present.JsonValue;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.rego.type.CapabilitiesJson;
import dev.landwaiter.rego.type.Declaration;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Tells what a bundle, a folder or a file holds.
public final class InspectCommand extends RegoCommand {
  private static final Flag FORMAT =
      Flag.text("format", "how it is shown")
          .shorthand("f")
          .standard("pretty")
          .allowed("pretty", "json");
  private static final Flag ANNOTATIONS =
      Flag.toggle("annotations", "list metadata blocks too").shorthand("a");

  /// @param prefix of its name, such as `rego `
  public InspectCommand(String prefix) {
    super(prefix, "inspect", "Tell what a bundle or a folder holds", "[flags] PATH");
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup(
            "Inspection Flags", ANNOTATIONS, FORMAT, RegoFlags.V0, RegoFlags.V1, GlobalFlags.HELP));
  }

  /// What was found.
  ///
  /// @param manifest empty for a single file
  /// @param described whether the manifest was written and not assumed
  private record Found(
      Optional<BundleManifest> manifest,
      boolean described,
      List<Module> modules,
      SortedMap<String, List<String>> namespaces) {}

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    var output = new Output(invocation);
    if (invocation.arguments().size() != 1) {
      throw UsageException.withUsage("specify exactly one OPA bundle or path");
    }
    String path = invocation.arguments().getFirst();
    try {
      if (!Files.exists(invocation.world().folder().resolve(path))) {
        throw new LoadException(
            "error reading \"%s\": stat %s: no such file or directory".formatted(path, path));
      }
      RegoVersion version = Language.version(invocation);
      Found found = find(invocation, path, version);
      Optional<Requirements> required = required(found, version);
      if (invocation.values().text(FORMAT).equals("json")) {
        output.json(json(found, required, invocation.values().flag(ANNOTATIONS)));
      } else {
        output.out(text(found, invocation.values().flag(ANNOTATIONS)));
      }
      return 0;
    } catch (LoadException e) {
      output.err("error: " + e.getMessage());
      return 1;
    } catch (RegoException e) {
      output.err("error: " + e.getMessage());
      return 1;
    }
  }

  private static Found find(Invocation invocation, String path, RegoVersion version)
      throws UsageException, LoadException {
    ParserSettings parser =
        ParserSettings.of(version)
            .capabilities(Capabilities.current(version, Language.declarations()))
            .annotations(true);
    SortedMap<String, List<String>> namespaces = new TreeMap<>();
    boolean folder =
        Files.isDirectory(invocation.world().folder().resolve(path)) || path.endsWith(".tar.gz");
    Loaded loaded =
        folder
            ? PolicyFiles.bundles(invocation, List.of(path), parser)
            : PolicyFiles.files(invocation, List.of(path), parser);
    for (Module module : loaded.modules().values()) {
      add(namespaces, TermText.of(module.packageClause().path()), module.source().file());
    }
    for (Bundle bundle : loaded.bundles()) {
      for (String file : bundle.files().keySet()) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        if (name.startsWith("data.")) {
          int slash = file.lastIndexOf('/');
          String place = slash < 0 ? "" : "." + file.substring(0, slash).replace('/', '.');
          add(namespaces, "data" + place, bundle.name() + "/" + file);
        }
      }
    }
    Optional<Bundle> bundle = loaded.bundles().stream().findFirst();
    return new Found(
        bundle.map(Bundle::manifest),
        bundle.isPresent() && bundle.get().files().containsKey(".manifest"),
        List.copyOf(loaded.modules().values()),
        namespaces);
  }

  private static void add(
      SortedMap<String, List<String>> namespaces, String namespace, String file) {
    namespaces.computeIfAbsent(namespace, key -> new ArrayList<>()).add(file);
  }

  /// What the modules need of an engine; modules of version 0 say nothing.
  private static Optional<Requirements> required(Found found, RegoVersion version)
      throws RegoException {
    if (version != RegoVersion.V1) {
      return Optional.empty();
    }
    Capabilities capabilities = Capabilities.current(version, Language.declarations());
    return Optional.of(
        Compiler.compile(found.modules(), CompilerSettings.of(capabilities).keepingPrint())
            .required());
  }

  private static ObjectValue json(
      Found found, Optional<Requirements> required, boolean annotations) {
    var draft = new ObjectValue.Draft();
    found.manifest().ifPresent(manifest -> draft.put(Value.of("manifest"), json(manifest)));
    draft.put(Value.of("signatures_config"), ObjectValue.EMPTY);
    var namespaces = new ObjectValue.Draft();
    found
        .namespaces()
        .forEach((name, files) -> namespaces.put(Value.of(name), InspectText.texts(files)));
    draft.put(Value.of("namespaces"), namespaces.finish());
    if (annotations) {
      List<Value> blocks = new ArrayList<>();
      for (AnnotationListing.Entry entry : AnnotationListing.of(found.modules())) {
        blocks.add(json(entry));
      }
      draft.put(Value.of("annotations"), new ArrayValue(blocks));
    }
    draft.put(
        Value.of("capabilities"), required.map(InspectCommand::json).orElse(ObjectValue.EMPTY));
    return draft.finish();
  }

  private static ObjectValue json(BundleManifest manifest) {
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("revision"), Value.of(manifest.revision()));
    draft.put(Value.of("roots"), InspectText.texts(manifest.roots()));
    manifest.metadata().ifPresent(metadata -> draft.put(Value.of("metadata"), metadata));
    return draft.finish();
  }

  private static ObjectValue json(AnnotationListing.Entry entry) {
    var nodes = new TermJson(false);
    List<Value> path = new ArrayList<>();
    for (Term part : entry.path().parts()) {
      path.add(nodes.of(part));
    }
    var draft = new ObjectValue.Draft();
    draft.put(
        Value.of("annotations"), new ModuleJson(false, false).annotations(entry.annotations()));
    draft.put(Value.of("location"), ErrorJson.location(entry.at()));
    draft.put(Value.of("path"), new ArrayValue(path));
    return draft.finish();
  }

  private static Value json(Requirements required) {
    Map<String, Declaration> builtins = new TreeMap<>();
    for (var declaration : Language.declarations()) {
      if (required.builtins().contains(declaration.name())) {
        builtins.put(declaration.name(), declaration);
      }
    }
    return CapabilitiesJson.required(
        new Capabilities(
            builtins,
            List.copyOf(required.futureKeywords()),
            List.copyOf(required.features()),
            Optional.empty()));
  }

  private static String text(Found found, boolean annotations) {
    var text = new StringBuilder();
    if (found.described() && found.manifest().isPresent()) {
      text.append("MANIFEST:\n").append(table(found.manifest().get()));
    }
    if (!found.namespaces().isEmpty()) {
      var table = new BoxTable(List.of("NAMESPACE", "FILE"));
      found
          .namespaces()
          .forEach((name, files) -> files.forEach(file -> table.row(List.of(name, file))));
      text.append("NAMESPACES:\n").append(table);
    }
    if (annotations) {
      text.append(InspectText.of(AnnotationListing.of(found.modules())));
    }
    return text.toString();
  }

  private static BoxTable table(BundleManifest manifest) {
    var table = new BoxTable(List.of("FIELD", "VALUE"));
    if (!manifest.revision().isEmpty()) {
      table.row(List.of("Revision", manifest.revision()));
    }
    String title = "Roots";
    for (String root : manifest.roots().stream().sorted().toList()) {
      table.row(List.of(title, root));
      title = "";
    }
    manifest
        .metadata()
        .ifPresent(metadata -> table.row(List.of("Metadata", JsonValue.compact(metadata))));
    return table;
  }
}
