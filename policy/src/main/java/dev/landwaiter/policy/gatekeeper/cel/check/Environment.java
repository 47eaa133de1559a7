package dev.landwaiter.policy.gatekeeper.cel.check;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelOptionalLibrary;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelStandardMacro;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The environment in which the expressions of one template are compiled. Used by one thread.
public final class Environment {
  /// The names expressions may use; their values are given to a program in this order.
  public static final List<String> INPUTS =
      List.of("object", "oldObject", "request", "namespaceObject", "variables");

  private static final int MOST_PARTS = 100;

  private final Map<String, CelType> variables = new LinkedHashMap<>();
  private CelCompiler compiler;

  /// Whether there are variables that the compiler does not know yet.
  private boolean stale;

  /// Of what was compiled last.
  private CelType resultType = SimpleType.DYN;

  public Environment() {
    compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setOptions(CelOptions.current().enableHeterogeneousNumericComparisons(true).build())
            .addMacros(
                CelMacro.newReceiverMacro(
                    "existsOne", 2, CelStandardMacro.EXISTS_ONE.getDefinition().getExpander()))
            .addLibraries(CelOptionalLibrary.INSTANCE, CelExtensions.comprehensions())
            .addFunctionDeclarations(Declarations.all())
            .setTypeProvider(RequestTypes.of(Map.of()))
            .addVar("object", SimpleType.DYN)
            .addVar("oldObject", SimpleType.DYN)
            .addVar("request", StructTypeReference.create(RequestTypes.REQUEST))
            .addVar("namespaceObject", StructTypeReference.create(RequestTypes.NAMESPACE))
            .addVar("variables", StructTypeReference.create(RequestTypes.VARIABLES))
            .build();
  }

  /// Compiles an expression.
  public Checked compile(String expression, Wanted wanted) {
    if (stale) {
      compiler = compiler.toCompilerBuilder().setTypeProvider(RequestTypes.of(variables)).build();
      stale = false;
    }
    try {
      CelValidationResult result = compiler.compile(expression, "<input>");
      if (result.hasError()) {
        return new Checked.Wrong("compilation failed: " + ErrorTexts.of(result));
      }
      return finish(result.getAst(), wanted);
    } catch (CelValidationException e) {
      return new Checked.Wrong("compilation failed: " + e.getMessage());
    } catch (StackOverflowError e) {
      return new Checked.Wrong("compilation failed: the expression is too deep");
    }
  }

  /// Compiles a variable, which the expressions compiled later may use.
  public Checked compileVariable(String name, String expression) {
    resultType = SimpleType.DYN;
    Checked checked = compile(expression, Wanted.ANY);
    variables.put(name, isSmall(resultType) ? declared(resultType) : SimpleType.DYN);
    stale = true;
    return checked;
  }

  private Checked finish(CelAbstractSyntaxTree tree, Wanted wanted) {
    var mistakes = LiteralChecks.mistakes(tree);
    if (!mistakes.isEmpty()) {
      return new Checked.Wrong("compilation failed: " + ErrorTexts.of(mistakes, tree.getSource()));
    }
    resultType = tree.getResultType();
    String type = wanted == Wanted.ANY ? "" : TypeTexts.text(resultType);
    return wanted.takes(type)
        ? new Checked.Fine(new Planner(tree).plan())
        : new Checked.Wrong("must evaluate to " + wanted.text() + " but got " + type);
  }

  /// The type under which a variable is known. Kubernetes forgets the types that its libraries
  /// bring along.
  private static CelType declared(CelType type) {
    return switch (type) {
      case ListType list -> ListType.create(declared(list.elemType()));
      case MapType map -> MapType.create(declared(map.keyType()), declared(map.valueType()));
      case SimpleType simple -> simple;
      default -> SimpleType.DYN;
    };
  }

  /// Whether a type has at most so many parts. With every variable that holds two of the one before
  /// a type doubles.
  private static boolean isSmall(CelType type) {
    return parts(type, MOST_PARTS) >= 0;
  }

  /// What is left of so many parts; negative when there are more.
  private static int parts(CelType type, int most) {
    int left = most - 1;
    for (CelType parameter : type.parameters()) {
      if (left >= 0) {
        left = parts(parameter, left);
      }
    }
    return left;
  }
}
