package dev.landwaiter.rego.policy;

import dev.landwaiter.rego.check.TypeEnvironment;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.type.Capabilities;
import java.util.List;
import java.util.Map;

/// Modules after all stages of the compiler. Refs are full, calls are flat, bodies are in the order
/// in which they are evaluated; evaluation needs no further look at scopes.
///
/// What is left of the language in a compiled body, and what it means:
///
/// - A [dev.landwaiter.rego.syntax.Call] stands only as the whole content of an expression, never
///   inside a term. Its operator is the name of a built-in function (`http.send` is the ref `http`,
///   `"send"`) or the full path of a function of the policy (`data.p.f`). One argument more than
///   the function takes is its result, to be unified; without it the result must not be `false`.
///   `eq` with two arguments unifies (three: compares, as any call). `equal` (`==`) is left only in
///   queries. `assign` is gone.
/// - Operands of calls other than `eq` are scalars, variables, and arrays, objects, sets of those.
///   Refs and comprehensions stand only as an operand of `eq` or as the whole of an expression;
///   parts of a ref behind its head are scalars, variables, or composites of those; its head is a
///   variable.
/// - A root document is a ref of one part (`data`, `input`), unless a local variable shadowed it.
/// - [dev.landwaiter.rego.syntax.SomeDeclaration] and [dev.landwaiter.rego.syntax.TemplateString]
///   are gone; `some x in xs` is `x = xs[k]`, a template is a call of `internal.template_string`
///   with one array of scalars and of sets, whose one element (none: undefined) is what an
///   expression gives.
/// - [dev.landwaiter.rego.syntax.Every] has a key and a value, each a variable (maybe a wildcard),
///   and a domain that is a variable or a composite of those, bound by an expression in front. Its
///   body is a closure: nothing it binds is seen outside.
/// - An expression that is `negated` succeeds when its content, with its modifiers, has no
///   solution; what it needs was taken out in front of it. A [dev.landwaiter.rego.syntax.Not] keeps
///   all it needs in its body, and succeeds when that has no solution.
/// - [dev.landwaiter.rego.syntax.Logical] has one body each side, closures both: `and` succeeds
///   once when both have a solution, `or` once when one has; the right side is asked only if
///   needed.
/// - `print(a, b)`, where it was kept, is `internal.print([{x | x = a}, {y | y = b}])`.
/// - A modifier's target is a ref below `input` or `data`, a function of the policy by its path, or
///   a built-in function as a ref. Its value is a scalar, a variable or a composite of those, or –
///   where the target is a function – a ref that names a function.
/// - In a head, key, value and arguments are scalars, variables and composites of those; parts of
///   its ref are scalars and variables. Its own ref is relative to the package. A default rule's
///   value may be a variable that its body binds, like any rule's.
/// - `rego.metadata.chain()` and `rego.metadata.rule()` are replaced by what they answer.
///
/// @param modules rewritten, in the order of their names
/// @param rules the tree below `data` (its root stands for `data` itself), of the rules in
///   `modules` (the same objects)
/// @param names source names of variables the compiler renamed (`__local0__` → `x`)
/// @param dependencies which rules may need which
/// @param required what of the capabilities the modules use
/// @param types of all rules, for checking queries
public record CompiledPolicy(
    List<Module> modules,
    RuleTree rules,
    Capabilities capabilities,
    Map<String, String> names,
    Dependencies dependencies,
    Requirements required,
    TypeEnvironment types) {
  public CompiledPolicy {
    modules = List.copyOf(modules);
    names = Map.copyOf(names);
  }
}
