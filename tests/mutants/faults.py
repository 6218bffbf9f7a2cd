"""The faults that are put into a file: each is one small change of its syntax tree, as a slip of the hand would be.

Nothing in an annotation, a docstring, a ``TYPE_CHECKING`` block or the declaration of a record is changed: it changes no
answer.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Add,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_CITED = re.compile(r"((?:[a-z-]+:)?(?:art-|q))(\d+)(.*)")
_SURE = ("2S", "1S", "PRESS", "INF", "OPEN")
_UNREAD = {"annotation", "returns", "type_params", "type_comment"}


@dataclass(frozen=True)
class Fault:
    """One change: where, in words, and how to make it and to take it back."""

    line: int
    code: str
    """The line as it stands in the file, without its indent: it finds the place again when lines move."""
    what: str
    function: str
    """Where it stands, as ``Class.method``; empty at the top of the file, which runs when it is imported."""
    change: Callable[[], None]
    undo: Callable[[], None]


def faults(tree: ast.Module, source: str) -> Iterator[Fault]:
    """Yield the faults of a file, in its order; each is made on ``tree`` itself and taken back by ``undo``."""
    lines = source.splitlines()
    swaps = _siblings(tree)
    for holder, field, index, node, function in _places(tree, ""):
        for what, other in _others(node, swaps):
            line = node.target.lineno if isinstance(node, ast.comprehension) else node.lineno  # type: ignore[attr-defined]

            def put(new: ast.AST, at: tuple[Any, str, int | None] = (holder, field, index)) -> None:
                where, name, number = at
                if number is None:
                    setattr(where, name, new)
                else:
                    getattr(where, name)[number] = new

            if hasattr(node, "lineno"):
                ast.copy_location(other, node)
            ast.fix_missing_locations(other)
            yield Fault(
                line,
                lines[line - 1].strip(),
                what,
                function,
                lambda put=put, other=other: put(other),  # type: ignore[misc]
                lambda put=put, node=node: put(node),  # type: ignore[misc]
            )


def _places(node: ast.AST, function: str) -> Iterator[tuple[ast.AST, str, int | None, ast.AST, str]]:
    """Yield every node that runs, with what holds it, the field, the place in a list, and the function around it."""
    for field, value in ast.iter_fields(node):
        if field in _UNREAD:
            continue
        for index, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(child, ast.AST) or _unread(child):
                continue
            yield node, field, index, child, function
            inner = function
            # What stands within a function is called with it.
            if isinstance(child, ast.FunctionDef | ast.ClassDef) and isinstance(
                node, ast.Module | ast.ClassDef
            ):
                inner = f"{function}.{child.name}".lstrip(".")
            yield from _places(child, inner)


def _unread(node: ast.AST) -> bool:
    """Tell whether this is a docstring, an import, or what only a checker of types reads."""
    if isinstance(node, ast.Import | ast.ImportFrom | ast.expr_context):
        return True
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    if isinstance(node, ast.Assign):
        return any(isinstance(each, ast.Name) and each.id == "__all__" for each in node.targets)
    if isinstance(node, ast.Call):  # how a record is declared: @dataclass(frozen=True)
        return isinstance(node.func, ast.Name) and node.func.id == "dataclass"
    if isinstance(node, ast.Subscript):  # of types: Literal["yes", "no"]
        return isinstance(node.value, ast.Name) and node.value.id in {"ClassVar", "Literal"}
    return isinstance(node, ast.TypeAlias) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    )


def _siblings(tree: ast.Module) -> dict[str, list[str]]:
    """Return for each name whose constants the file uses, as in ``figures.LOG_RETENTION``, those constants."""
    found: dict[str, list[str]] = {"Truth": ["MET", "NOT_MET", "OPEN"]}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr.isupper():
            names = found.setdefault(node.value.id, [])
            if node.attr not in names:
                names.append(node.attr)
    return found


def _others(node: ast.AST, swaps: dict[str, list[str]]) -> Iterator[tuple[str, ast.AST]]:
    """Yield what could stand in place of a node by a slip, each with its words."""
    match node:
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            for value in (True, False):
                if isinstance(node, ast.While) and value:
                    continue  # it would only run for ever
                yield f"condition {ast.unparse(test)} -> {value}", _with(node, test=ast.Constant(value))
        case ast.comprehension(ifs=[_, *_]):
            for number, each in enumerate(node.ifs):
                rest = [other for other in node.ifs if other is not each]
                yield f"filter {ast.unparse(each)} -> True", _with(node, ifs=rest)
                never = [*node.ifs[:number], ast.Constant(False), *node.ifs[number + 1 :]]
                yield f"filter {ast.unparse(each)} -> False", _with(node, ifs=never)
        case ast.Compare(ops=[first, *_]) if type(first) in _COMPARED:
            other = _COMPARED[type(first)]()
            yield f"{_name(first)} -> {_name(other)}", _with(node, ops=[other, *node.ops[1:]])
        case ast.BoolOp():
            other_op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield f"{_name(node.op)} -> {_name(other_op)}", _with(node, op=other_op)
            for each in node.values:
                rest = [other for other in node.values if other is not each]
                left = rest[0] if len(rest) == 1 else _with(node, values=rest)
                yield f"without {ast.unparse(each)}", left
        case ast.UnaryOp(op=ast.Not()):
            yield f"{ast.unparse(node)} -> {ast.unparse(node.operand)}", node.operand
        case ast.BinOp() if type(node.op) in _COUNTED:
            other_sign = _COUNTED[type(node.op)]()
            yield f"{_name(node.op)} -> {_name(other_sign)}", _with(node, op=other_sign)
        case ast.Constant():
            for value in _other_values(node.value):
                yield f"{node.value!r} -> {value!r}", ast.Constant(value)
        case ast.Attribute(value=ast.Name(id=base), attr=name) if name in swaps.get(base, ()):
            names = swaps[base]
            others = [each for each in names if each != name]
            following = [each for each in names[names.index(name) + 1 :] + names if each != name]
            for each in others if base == "Truth" else following[:1]:
                yield f"{base}.{name} -> {each}", _with(node, attr=each)
        case ast.Call(args=[first, second, *rest]) if ast.dump(first) != ast.dump(second):
            if not any(isinstance(each, ast.Starred) for each in (first, second)):
                yield f"swap args of {ast.unparse(node.func)}", _with(node, args=[second, first, *rest])
        case ast.Return(value=value) if value is not None and not _is_none(value):
            yield "return None", _with(node, value=ast.Constant(None))
        case ast.Raise():
            yield "raise -> pass", ast.Pass()
        case ast.Expr(value=ast.Call()):
            yield f"without {ast.unparse(node)}", ast.Pass()


def _other_values(value: object) -> Iterator[object]:
    """Yield what could stand in place of a value."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 1
        yield value - 1
    elif isinstance(value, str):
        if value in _SURE:
            yield _SURE[(_SURE.index(value) + 1) % len(_SURE)]
        elif cited := _CITED.fullmatch(value):
            yield f"{cited[1]}{int(cited[2]) + 1}{cited[3]}"
        elif value:
            yield f"{value}X"


def _with(node: ast.AST, **changed: Any) -> ast.AST:
    """Return a copy of a node with some fields changed."""
    return type(node)(**{**dict(ast.iter_fields(node)), **changed})


def _name(sign: ast.AST) -> str:
    return type(sign).__name__


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
