await WebAssembly.compileStreaming(fetch("./runtime/0000000000000000/pyodide.asm.wasm"));
window.answeredAt = performance.now();
