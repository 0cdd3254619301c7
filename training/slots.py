"""Slots of a passage: draws and the arithmetic between them, evaluated from a small expression language."""

import ast
import operator
import random
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from training.markup import MarkupError

Number = int | Decimal

_OPERATORS: dict[type[ast.operator], Callable[[Number, Number], Number]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: lambda a, b: Decimal(a) / Decimal(b),
    ast.FloorDiv: operator.floordiv,
}


def rounded(value: Decimal, digits: int) -> Decimal:
    """The value rounded half up to so many digits behind the point (before it, if negative)."""
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def _round(value: Number, digits: int = 0) -> Number:
    result = rounded(Decimal(value), digits)
    return int(result) if digits <= 0 else result


def _share(part: Number, whole: Number, digits: int) -> Decimal:
    return rounded(Decimal(part) * 100 / Decimal(whole), digits)


def _growth(now: Number, before: Number, digits: int) -> Decimal:
    return rounded((Decimal(now) - Decimal(before)) * 100 / Decimal(before), digits)


class Draw:
    """The values of one filling: each slot is worked out once, when it is first asked for.

    Raises:
        MarkupError: an expression cannot be read, names an unknown slot, goes in a circle or divides by zero.
    """

    def __init__(self, assignments: Mapping[str, str], random_source: random.Random, known: Mapping[str, int]) -> None:
        self._assignments = assignments
        self._random = random_source
        self._values: dict[str, Number] = dict(known)
        self._open: list[str] = []
        self._functions: dict[str, Callable[..., Number]] = {
            "int": self._random.randint,
            "dec": lambda low, high, digits: rounded(Decimal(str(self._random.uniform(float(low), float(high)))), int(digits)),
            "pct": _share,
            "growth": _growth,
            "round": _round,
            "max": max,
            "min": min,
            "abs": abs,
        }

    def value(self, name: str) -> Number:
        """The value of a slot."""
        if name not in self._values:
            if name not in self._assignments:
                raise MarkupError(f"unknown slot {name!r}")
            if name in self._open:
                raise MarkupError(f"slots go in a circle: {' -> '.join([*self._open, name])}")
            self._open.append(name)
            self._values[name] = self.evaluate(self._assignments[name])
            self._open.pop()
        return self._values[name]

    def evaluate(self, source: str) -> Number:
        """The value of an expression over the slots."""
        try:
            return self._node(ast.parse(source.strip(), mode="eval").body)
        except SyntaxError as error:
            raise MarkupError(f"cannot read the expression {source!r}") from error
        except (ArithmeticError, TypeError, ValueError) as error:
            if isinstance(error, MarkupError):
                raise
            raise MarkupError(f"cannot work out {source!r}: {error}") from error

    def disturb(self, name: str, by: int) -> None:
        """Makes one derived figure wrong and leaves all others, so that the arithmetic of this filling does not hold.

        A figure that would fall below zero is raised by as much instead.
        """
        for other in self._assignments:
            self.value(other)
        self._values[name] += abs(by) if 0 <= self._values[name] < -by else by

    def derived(self) -> list[str]:
        """Slots worked out from others, in the order of the passage."""
        return [name for name, source in self._assignments.items() if not source.strip().startswith(("int(", "dec("))]

    def _node(self, node: ast.expr) -> Number:
        match node:
            case ast.Constant(value=int(number)):
                return number
            case ast.Constant(value=float(number)):
                return Decimal(str(number))
            case ast.Name(id=name):
                return self.value(name)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -self._node(operand)
            case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATORS:
                return _OPERATORS[type(sign)](self._node(left), self._node(right))
            case ast.Call(func=ast.Name(id=name), args=arguments) if name in self._functions:
                return self._functions[name](*map(self._node, arguments))
        raise MarkupError(f"not allowed in an expression: {ast.unparse(node)}")
