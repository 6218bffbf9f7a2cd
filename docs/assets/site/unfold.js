// Who arrives at a place that is folded away finds it open, also where the browser does not open it by itself.
{
  const unfold = () => {
    const there = document.getElementById(location.hash.slice(1)); // our ids are plain letters
    let closed = false;
    for (let fold = there?.closest("details"); fold; fold = fold.parentElement?.closest("details")) {
      closed ||= !fold.open;
      fold.open = true;
    }
    if (closed) there?.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();
}
