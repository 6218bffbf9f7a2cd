"""The law and its calculators: pure Python, standard library only, no clock, file, network or locale in any rule.

``kernel`` says what the pieces are; ``incidents`` and ``vulnerabilities`` hold one law each and never import
each other; ``cli`` and ``bridge`` turn facts from a terminal or a worker into a call and the finding into text or JSON.
"""

__version__ = "1.0.0"
