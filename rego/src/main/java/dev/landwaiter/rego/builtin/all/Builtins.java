package dev.landwaiter.rego.builtin.all;

import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.collection.Arrays;
import dev.landwaiter.rego.builtin.collection.Graphs;
import dev.landwaiter.rego.builtin.collection.JsonPaths;
import dev.landwaiter.rego.builtin.collection.Objects;
import dev.landwaiter.rego.builtin.collection.Sets;
import dev.landwaiter.rego.builtin.core.Comparison;
import dev.landwaiter.rego.builtin.core.Kinds;
import dev.landwaiter.rego.builtin.core.Membership;
import dev.landwaiter.rego.builtin.core.Notes;
import dev.landwaiter.rego.builtin.crypto.CryptoFunctions;
import dev.landwaiter.rego.builtin.encoding.Base64Functions;
import dev.landwaiter.rego.builtin.encoding.DigestFunctions;
import dev.landwaiter.rego.builtin.encoding.HexFunctions;
import dev.landwaiter.rego.builtin.encoding.JsonFunctions;
import dev.landwaiter.rego.builtin.encoding.QueryFunctions;
import dev.landwaiter.rego.builtin.encoding.YamlFunctions;
import dev.landwaiter.rego.builtin.graphql.GraphqlFunctions;
import dev.landwaiter.rego.builtin.language.Modules;
import dev.landwaiter.rego.builtin.net.CidrFunctions;
import dev.landwaiter.rego.builtin.net.UriFunctions;
import dev.landwaiter.rego.builtin.net.UuidFunctions;
import dev.landwaiter.rego.builtin.number.Aggregates;
import dev.landwaiter.rego.builtin.number.Arithmetic;
import dev.landwaiter.rego.builtin.number.Bits;
import dev.landwaiter.rego.builtin.number.NumberText;
import dev.landwaiter.rego.builtin.number.Ranges;
import dev.landwaiter.rego.builtin.number.Rounding;
import dev.landwaiter.rego.builtin.number.Units;
import dev.landwaiter.rego.builtin.outside.AwsFunctions;
import dev.landwaiter.rego.builtin.outside.HttpFunctions;
import dev.landwaiter.rego.builtin.outside.LookupFunctions;
import dev.landwaiter.rego.builtin.outside.RuntimeFunctions;
import dev.landwaiter.rego.builtin.pattern.Globs;
import dev.landwaiter.rego.builtin.pattern.Regexes;
import dev.landwaiter.rego.builtin.schema.SchemaFunctions;
import dev.landwaiter.rego.builtin.template.TemplateFunctions;
import dev.landwaiter.rego.builtin.text.Formatting;
import dev.landwaiter.rego.builtin.text.Parts;
import dev.landwaiter.rego.builtin.text.Replacing;
import dev.landwaiter.rego.builtin.text.Searching;
import dev.landwaiter.rego.builtin.text.Trimming;
import dev.landwaiter.rego.builtin.text.Versions;
import dev.landwaiter.rego.builtin.time.TimeFunctions;
import dev.landwaiter.rego.builtin.token.TokenFunctions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All functions that policies can call.
public final class Builtins {
  private Builtins() {}

  /// The functions by name.
  public static Map<String, Builtin> all() {
    return Stream.of(values(), families())
        .flatMap(Function.identity())
        .flatMap(List::stream)
        .map(Weighing::of)
        .collect(Collectors.toUnmodifiableMap(Builtin::name, Function.identity()));
  }

  /// Functions of numbers, texts, collections and patterns, and the operators.
  private static Stream<List<Builtin>> values() {
    return Stream.of(
        Comparison.all(),
        Kinds.all(),
        Membership.all(),
        Notes.all(),
        Arrays.all(),
        Graphs.all(),
        JsonPaths.all(),
        Objects.all(),
        Sets.all(),
        Modules.all(),
        Aggregates.all(),
        Arithmetic.all(),
        Bits.all(),
        NumberText.all(),
        Ranges.all(),
        Rounding.all(),
        Units.all(),
        Globs.all(),
        Regexes.all(),
        Formatting.all(),
        Parts.all(),
        Replacing.all(),
        Searching.all(),
        Trimming.all(),
        Versions.all());
  }

  /// One line for each family, in the order of their packages.
  private static Stream<List<Builtin>> families() {
    return Stream.of(
        Base64Functions.all(),
        CryptoFunctions.all(),
        TokenFunctions.all(),
        DigestFunctions.all(),
        HexFunctions.all(),
        JsonFunctions.all(),
        QueryFunctions.all(),
        YamlFunctions.all(),
        GraphqlFunctions.all(),
        CidrFunctions.all(),
        UriFunctions.all(),
        UuidFunctions.all(),
        SchemaFunctions.all(),
        AwsFunctions.all(),
        HttpFunctions.all(),
        LookupFunctions.all(),
        RuntimeFunctions.all(),
        TemplateFunctions.all(),
        TimeFunctions.all());
  }
}
