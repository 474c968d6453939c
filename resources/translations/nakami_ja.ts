<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>  {name}: precision {precision}, recall {recall}, F1 {f1}; taken for {answers}</source>
        <translation>  {name}: 適合率 {precision}、再現率 {recall}、F1値 {f1}、答えは {answers}</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>(row × columns + column) × channels + channel</source>
        <translation>(行 × 列数 + 列) × チャンネル数 + チャンネル</translation>
    </message>
    <message>
        <source>1 answer</source>
        <translation>答え1件</translation>
    </message>
    <message>
        <source>1 answer saved in “{name}”.</source>
        <translation>答え1件を「{name}」に保存しました。</translation>
    </message>
    <message>
        <source>1 checked</source>
        <translation>1枚を確認済み</translation>
    </message>
    <message>
        <source>1 class</source>
        <translation>1クラス</translation>
    </message>
    <message>
        <source>1 copy in “{name}”.</source>
        <translation>「{name}」に1枚コピーしました。</translation>
    </message>
    <message>
        <source>1 could not be copied. {reason}</source>
        <translation>1枚はコピーできませんでした。{reason}</translation>
    </message>
    <message>
        <source>1 epoch</source>
        <translation>1エポック</translation>
    </message>
    <message>
        <source>1 epoch in {time}, and kept</source>
        <translation>{time}で1エポック学習し、保存しました</translation>
    </message>
    <message>
        <source>1 file cannot be read</source>
        <translation>読み取れないファイルが1個</translation>
    </message>
    <message>
        <source>1 file could not be read.</source>
        <translation>1個のファイルを読み込めませんでした。</translation>
    </message>
    <message>
        <source>1 file could not be used.</source>
        <translation>1個のファイルは使えませんでした。</translation>
    </message>
    <message>
        <source>1 file is not what its name says</source>
        <translation>中身と拡張子が合わないファイルが1個</translation>
    </message>
    <message>
        <source>1 file lies in no class folder</source>
        <translation>クラスフォルダの外にファイルが1個</translation>
    </message>
    <message>
        <source>1 filter makes 1 picture, bright where it finds its pattern.</source>
        <translation>1個のフィルタが1枚の画像を作り、パターンを見つけた場所が明るくなります。</translation>
    </message>
    <message>
        <source>1 more class has {rest}.</source>
        <translation>残り1クラスは{rest}です。</translation>
    </message>
    <message>
        <source>1 more epoch</source>
        <translation>1エポック追加</translation>
    </message>
    <message>
        <source>1 near-identical picture stands in two classes</source>
        <translation>ほぼ同じ画像1枚が2つのクラスに存在</translation>
    </message>
    <message>
        <source>1 number</source>
        <translation>数が1個</translation>
    </message>
    <message>
        <source>1 number for all</source>
        <translation>全体で数が1個</translation>
    </message>
    <message>
        <source>1 of the {count:,} pictures was learned from; the result looks better than it is.</source>
        <translation>{count:,}枚のうち1枚は学習に使われた画像です。結果は実際より良く見えます。</translation>
    </message>
    <message>
        <source>1 photo added to “{name}”.</source>
        <translation>「{name}」に写真を1枚追加しました。</translation>
    </message>
    <message>
        <source>1 photo copied</source>
        <translation>写真1枚をコピー</translation>
    </message>
    <message>
        <source>1 photo was added.</source>
        <translation>写真を1枚追加しました。</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>画像1枚</translation>
    </message>
    <message>
        <source>1 picture chosen</source>
        <translation>1枚を選択中</translation>
    </message>
    <message>
        <source>1 picture counts for another class</source>
        <translation>クラスを変えた画像が1枚</translation>
    </message>
    <message>
        <source>1 picture counts for “{name}” now.</source>
        <translation>画像1枚を「{name}」に移しました。</translation>
    </message>
    <message>
        <source>1 picture is as its folder has it again.</source>
        <translation>画像1枚を、フォルダのとおりに戻しました。</translation>
    </message>
    <message>
        <source>1 picture is as the run had it again.</source>
        <translation>画像1枚を、学習したときのとおりに戻しました。</translation>
    </message>
    <message>
        <source>1 picture is in the class of its folder again.</source>
        <translation>画像1枚を、フォルダのとおりのクラスに戻しました。</translation>
    </message>
    <message>
        <source>1 picture is left out</source>
        <translation>除外中の画像が1枚</translation>
    </message>
    <message>
        <source>1 picture is of one single colour</source>
        <translation>1色だけの画像が1枚</translation>
    </message>
    <message>
        <source>1 picture is smaller than {size} × {size}</source>
        <translation>{size} × {size}より小さい画像が1枚</translation>
    </message>
    <message>
        <source>1 picture left out of training.</source>
        <translation>画像1枚を学習から除外しました。</translation>
    </message>
    <message>
        <source>1 picture left out.</source>
        <translation>画像を1枚除外しました。</translation>
    </message>
    <message>
        <source>1 picture of {height} × {width}</source>
        <translation>{height} × {width}の画像が1枚</translation>
    </message>
    <message>
        <source>1 picture of {height} × {width}, from one filter</source>
        <translation>{height} × {width}の画像が1枚（フィルタ1個から）</translation>
    </message>
    <message>
        <source>1 picture selected</source>
        <translation>1枚を選択中</translation>
    </message>
    <message>
        <source>1 picture taken in again.</source>
        <translation>画像1枚の除外を解除しました。</translation>
    </message>
    <message>
        <source>1 picture was</source>
        <translation>1枚</translation>
    </message>
    <message>
        <source>1 picture was copied into “{name}”.</source>
        <translation>画像1枚を「{name}」にコピーしました。</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1行</translation>
    </message>
    <message>
        <source>1 training picture</source>
        <translation>学習用の画像1枚</translation>
    </message>
    <message>
        <source>1 validation picture</source>
        <translation>検証用の画像1枚</translation>
    </message>
    <message>
        <source>1 “{name}” picture is a copy of another</source>
        <translation>「{name}」に重複した画像が1枚</translation>
    </message>
    <message>
        <source>1 “{name}” picture is grey</source>
        <translation>「{name}」に白黒の画像が1枚</translation>
    </message>
    <message>
        <source>16 of each training picture: turned and mirrored</source>
        <translation>学習用の各画像から、回転と左右反転で16枚ずつ作る</translation>
    </message>
    <message>
        <source>16 of each, turned and mirrored</source>
        <translation>回転と左右反転で16枚ずつ</translation>
    </message>
    <message>
        <source>3 pictures of {height} × {width}: red, green and blue</source>
        <translation>{height} × {width}の画像が3枚（赤、緑、青）</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 信頼区間</translation>
    </message>
    <message>
        <source>A .keras or .h5 file: look inside it and classify with it</source>
        <translation>.kerasまたは.h5のファイル。中身を見たり、分類に使ったりできます</translation>
    </message>
    <message>
        <source>A check after every epoch on pictures that are not learned from. The epoch with the lowest validation loss is the best one.</source>
        <translation>学習に使わない画像で、エポックごとに行う確認です。検証損失が最も低いエポックが最良のエポックになります。</translation>
    </message>
    <message>
        <source>A choice holds at once and is remembered. A training goes on.</source>
        <translation>選ぶとすぐに反映され、次回も引き継がれます。実行中の学習は続きます。</translation>
    </message>
    <message>
        <source>A choice holds at once. A training that runs goes on.</source>
        <translation>選ぶとすぐに反映されます。実行中の学習はそのまま続きます。</translation>
    </message>
    <message>
        <source>A class needs a name</source>
        <translation>クラス名を入力してください</translation>
    </message>
    <message>
        <source>A click shows these pictures.</source>
        <translation>クリックすると画像が見られます。</translation>
    </message>
    <message>
        <source>A convolution slides small filters over what comes in. Each filter answers where it finds its own pattern.</source>
        <translation>畳み込み層は、入力の上で小さなフィルタをすべらせます。どのフィルタも、自分の探すパターンを見つけた場所で反応します。</translation>
    </message>
    <message>
        <source>A dense layer adds up all the evidence. Here each class gets its score, and the highest one wins.</source>
        <translation>全結合層は、すべての手がかりを足し合わせます。ここではクラスごとに得点が出て、最も高いクラスが選ばれます。</translation>
    </message>
    <message>
        <source>A dense layer adds up all the evidence: each number here weighs everything before in its own way.</source>
        <translation>全結合層は、すべての手がかりを足し合わせます。ここの数はそれぞれ、前の層のすべての値を独自の重みで合計したものです。</translation>
    </message>
    <message>
        <source>A few batches are still being timed.</source>
        <translation>まだ所要時間を計測しています。</translation>
    </message>
    <message>
        <source>A filter is {height} × {width} numbers for each of the {channels:,} pictures that come in, learned from your pictures.</source>
        <translation>フィルタは、入力{channels:,}枚それぞれに{height} × {width}個の数を持ち、その数をあなたの画像から学習します。</translation>
    </message>
    <message>
        <source>A filter is {height} × {width} numbers, learned from your pictures.</source>
        <translation>フィルタは{height} × {width}個の数を持ち、その数をあなたの画像から学習します。</translation>
    </message>
    <message>
        <source>A folder for each answer…</source>
        <translation>答えごとのフォルダへ…</translation>
    </message>
    <message>
        <source>A folder of thousands fills a table as it goes. Save it for a spreadsheet, or sort copies of the photos into folders; the photos themselves stay where they are.</source>
        <translation>何千枚ものフォルダを渡すと、答えが出た順に表が埋まります。表は表計算ソフト用に保存でき、写真のコピーをフォルダに分けることもできます。元の写真は動かしません。</translation>
    </message>
    <message>
        <source>A folder “animals” with the subfolders dogs, cats and birds, each with pictures</source>
        <translation>フォルダ「animals」の中にサブフォルダdogs、cats、birdsがあり、それぞれに画像が入っている図</translation>
    </message>
    <message>
        <source>A model file alone does not tell how it was trained. Train on pictures, or open an earlier run.</source>
        <translation>モデルのファイルだけでは、どのように学習したかがわかりません。画像で学習するか、以前の学習を開いてください。</translation>
    </message>
    <message>
        <source>A network that learns by heart does worse on pictures that it has not learned from. No pictures were kept for validation here, so nothing shows it.</source>
        <translation>丸暗記したネットワークは、学習に使わなかった画像では成績が下がります。この学習には検証用の画像がないため、それを確かめられません。</translation>
    </message>
    <message>
        <source>A network that never answers it is still right most of the time, so it hardly learns it.</source>
        <translation>このクラスを一度も答えなくてもほとんど正解になるため、十分に学習されません。</translation>
    </message>
    <message>
        <source>A picture of the folder, and what the network gets of it</source>
        <translation>フォルダの画像1枚と、ネットワークに渡される形</translation>
    </message>
    <message>
        <source>A plain square hides one place after the other, and the network is asked each time. Bright: without this place it believes less in {name}.</source>
        <translation>無地の四角で場所を1つずつ隠し、そのたびにネットワークに尋ねます。明るい場所ほど、隠すと「{name}」の割合が下がります。</translation>
    </message>
    <message>
        <source>A report is written as .html or .pdf, not as “{ending}”.</source>
        <translation>レポートの形式は.htmlか.pdfです（指定：「{ending}」）。</translation>
    </message>
    <message>
        <source>A row without pictures yet: drop photos on it. Your folder stays as it is.</source>
        <translation>まだ画像のない行を追加します。写真をドロップして加えてください。元のフォルダは変わりません。</translation>
    </message>
    <message>
        <source>A run that is being trained cannot be deleted</source>
        <translation>学習中のため削除できません</translation>
    </message>
    <message>
        <source>A small square of numbers, 3 × 3 here, that slides over the picture. At each place it is multiplied with what lies under it and summed: how alike the two are.</source>
        <translation>画像の上をすべらせる小さな正方形の数の並びです（ここでは 3 × 3）。各位置で下にある値と掛け合わせて合計し、どれだけ似ているかを表します。</translation>
    </message>
    <message>
        <source>A step of its own for every weight, without momentum.</source>
        <translation>重みごとに更新の幅を調整します。モメンタムは使いません。</translation>
    </message>
    <message>
        <source>A step of its own for every weight. Right for most.</source>
        <translation>重みごとに更新の幅を調整します。通常はこれで十分です。</translation>
    </message>
    <message>
        <source>A table for spreadsheets: each photo, its answer and the share of each class</source>
        <translation>表計算ソフト用の表です。写真ごとに、答えと各クラスの割合が入ります</translation>
    </message>
    <message>
        <source>A test picture changes the questions, not what the network learns.</source>
        <translation>テスト用の画像を変えると、変わるのは問題のほうで、ネットワークが学ぶ内容ではありません。</translation>
    </message>
    <message>
        <source>A training is running. Wait until it has ended.</source>
        <translation>学習中です。終わるまでお待ちください。</translation>
    </message>
    <message>
        <source>About Nakami</source>
        <translation>Nakamiについて</translation>
    </message>
    <message>
        <source>Above 0, at most {most}</source>
        <translation>0より大きく{most}以下</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>Accuracy in epoch {epoch}: training {training}, validation {validation}</source>
        <translation>エポック{epoch}の正解率：学習 {training}、検証 {validation}</translation>
    </message>
    <message>
        <source>Across: how sure. Up: how many of those were right.</source>
        <translation>横：確信度、縦：そのうち正解だった割合。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>活性化</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Add a class</source>
        <translation>クラスを追加</translation>
    </message>
    <message>
        <source>Add the copied picture to the chosen class</source>
        <translation>コピーした画像をクラスに追加</translation>
    </message>
    <message>
        <source>Added photos</source>
        <translation>追加した写真</translation>
    </message>
    <message>
        <source>Adds up in the same order every time, so that the same seed gives the same network to the last bit on a graphics card too. It can be slower.</source>
        <translation>いつも同じ順番で計算します。シードが同じなら、GPUでもまったく同じネットワークになります。遅くなることがあります。</translation>
    </message>
    <message>
        <source>Adjust…</source>
        <translation>調整…</translation>
    </message>
    <message>
        <source>After epoch {epoch} it answers {training} of its own pictures rightly, but {validation} of others: a gap of {gap_without}. With Dropout the gap is {gap_with}. The wider the gap, the more was learned by heart.</source>
        <translation>エポック{epoch}終了時の正解率は、学習用の画像では{training}ですが、ほかの画像では{validation}で、差は{gap_without}です。ドロップアウトありでは、差は{gap_with}です。差が大きいほど、丸暗記が進んでいます。</translation>
    </message>
    <message>
        <source>After epoch {epoch} it answers {training} of the pictures that it learns from rightly, and {validation} of others. A gap of {gap} is too small to speak of over-fitting.</source>
        <translation>エポック{epoch}終了時の正解率は、学習用の画像で{training}、ほかの画像で{validation}です。{gap}の差は小さく、過学習とはいえません。</translation>
    </message>
    <message>
        <source>After epoch {epoch} it answers {training} of the pictures that it learns from rightly, but {validation} of others: a gap of {gap}. It remembers its own pictures rather than what they share: over-fitting.</source>
        <translation>エポック{epoch}終了時の正解率は、学習用の画像では{training}ですが、ほかの画像では{validation}で、差は{gap}です。画像に共通する特徴ではなく、学習用の画像そのものを覚えています。これが過学習です。</translation>
    </message>
    <message>
        <source>After epoch {epoch} the curves have no direction yet. Learning by heart shows when training accuracy goes on rising while validation accuracy stays behind.</source>
        <translation>エポック{epoch}終了時の曲線では、まだ傾向がわかりません。丸暗記は、学習の正解率が上がり続け、検証の正解率が取り残されることでわかります。</translation>
    </message>
    <message>
        <source>After epoch {epoch} the gap between training and validation is {gap_with} with Dropout and {gap_without} without. Both know their own pictures better than others; Dropout makes no clear difference here.</source>
        <translation>エポック{epoch}終了時の学習と検証の差は、ドロップアウトありで{gap_with}、なしで{gap_without}です。どちらも、学習用の画像のほうがよくわかります。ここでは、ドロップアウトによるはっきりした違いはありません。</translation>
    </message>
    <message>
        <source>After epoch {epoch} the gap between training and validation is {gap_with} with Dropout and {gap_without} without. Mostly it is the other way round; another seed or more pictures may show that.</source>
        <translation>エポック{epoch}終了時の学習と検証の差は、ドロップアウトありで{gap_with}、なしで{gap_without}です。ふつうは逆になります。シードを変えるか、画像を増やすと、そうなるかもしれません。</translation>
    </message>
    <message>
        <source>After epoch {epoch} the gap between training and validation is {gap_with} with Dropout and {gap_without} without. That is too little to speak of over-fitting; more epochs may show it.</source>
        <translation>エポック{epoch}終了時の学習と検証の差は、ドロップアウトありで{gap_with}、なしで{gap_without}です。過学習というには小さい差です。エポックを増やすと現れるかもしれません。</translation>
    </message>
    <message>
        <source>All bounds are 0 and nothing is mirrored: the pictures stay as they are.</source>
        <translation>すべての範囲が0で、左右反転もしないため、画像は元のままです。</translation>
    </message>
    <message>
        <source>All epochs</source>
        <translation>全エポック</translation>
    </message>
    <message>
        <source>All its {epochs} epochs are done. Give it more.</source>
        <translation>{epochs}エポックすべて完了しています。エポックを追加できます。</translation>
    </message>
    <message>
        <source>All of these {count:,} numbers are 0, so 0 goes on.</source>
        <translation>この{count:,}個の数はすべて0なので、0が先へ進みます。</translation>
    </message>
    <message>
        <source>All pictures are smaller than {size} × {size}</source>
        <translation>すべての画像が{size} × {size}未満</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>すべての設定</translation>
    </message>
    <message>
        <source>All that was found, the gravest first</source>
        <translation>見つかったものすべて（重要な順）</translation>
    </message>
    <message>
        <source>All these pictures are “{name}”, so always saying that is never wrong.</source>
        <translation>どの画像も「{name}」なので、いつもそう答えれば必ず正解します。</translation>
    </message>
    <message>
        <source>All {count:,}</source>
        <translation>全{count:,}枚</translation>
    </message>
    <message>
        <source>All {count:,} numbers of channel {channel} add up to {sum}. Divided by their count that is their mean, {value}.</source>
        <translation>チャンネル{channel}の{count:,}個の数を合計すると{sum}です。個数で割ると、平均の{value}になります。</translation>
    </message>
    <message>
        <source>All {count:,} pictures were learned from; the result looks better than it is.</source>
        <translation>{count:,}枚すべてが学習に使われた画像です。結果は実際より良く見えます。</translation>
    </message>
    <message>
        <source>All {epochs} epochs</source>
        <translation>全{epochs}エポック</translation>
    </message>
    <message>
        <source>All {inputs:,} numbers that come in are tied to each of the {units:,} numbers here, every tie with a weight of its own: {weights:,} weights.</source>
        <translation>入力{inputs:,}個のすべてが、ここの{units:,}個のそれぞれと重みでつながります。重みは全部で{weights:,}個です。</translation>
    </message>
    <message>
        <source>All {inputs:,} numbers that come in are tied to the one here, each with its own weight.</source>
        <translation>入力{inputs:,}個のすべてが、それぞれの重みでここの1つの数につながります。</translation>
    </message>
    <message>
        <source>All “{name}” pictures are grey, the others in colour</source>
        <translation>「{name}」の画像だけがすべて白黒</translation>
    </message>
    <message>
        <source>And 1 more.</source>
        <translation>ほか1個。</translation>
    </message>
    <message>
        <source>And {count:,} more.</source>
        <translation>ほか{count:,}個。</translation>
    </message>
    <message>
        <source>Another mask</source>
        <translation>別のマスク</translation>
    </message>
    <message>
        <source>Another picture</source>
        <translation>別の画像</translation>
    </message>
    <message>
        <source>Another picture…</source>
        <translation>別の画像…</translation>
    </message>
    <message>
        <source>Another run…</source>
        <translation>ほかの学習記録…</translation>
    </message>
    <message>
        <source>Another: type its name…</source>
        <translation>ほかのクラス（名前を入力）…</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>Answers from {name} as it stands after epoch {epoch}. Photos stay on this computer.</source>
        <translation>{name}のエポック{epoch}時点のモデルが答えます。写真はこのパソコンの外に出ません。</translation>
    </message>
    <message>
        <source>Answers from {name} in its first epoch. Photos stay on this computer.</source>
        <translation>{name}の最初のエポックのモデルが答えます。写真はこのパソコンの外に出ません。</translation>
    </message>
    <message>
        <source>Answers from {name}, best epoch kept. Photos stay on this computer.</source>
        <translation>{name}の最良のエポックが答えます。写真はこのパソコンの外に出ません。</translation>
    </message>
    <message>
        <source>Answers from {name}. Photos stay on this computer.</source>
        <translation>{name}が答えます。写真はこのパソコンの外に出ません。</translation>
    </message>
    <message>
        <source>Answers, sorted into ten by how sure they were. A point on the diagonal: as many were right as the network said. Below it: it was too sure. Large points and high bars stand for many answers.</source>
        <translation>答えを確信度で10個に分けた図です。点が対角線上にあれば、確信度と正解の割合が一致しています。対角線より下なら、確信しすぎです。点が大きく棒が高いほど、答えが多いことを表します。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Arrays (*.npy *.npz)</source>
        <translation>配列 (*.npy *.npz)</translation>
    </message>
    <message>
        <source>Arrays are saved as NumPy files: .npy as the tutorial has them, or .npz.</source>
        <translation>配列はNumPyのファイルとして保存します。チュートリアルと同じ.npyか、.npzを使ってください。</translation>
    </message>
    <message>
        <source>Arrays of the tutorial (.npy)…</source>
        <translation>チュートリアルの配列 (.npy)…</translation>
    </message>
    <message>
        <source>Arrow keys walk on, Delete leaves out, Esc or a click leads back</source>
        <translation>矢印キーで次へ、Deleteで除外、Escかクリックで戻ります</translation>
    </message>
    <message>
        <source>As in an earlier run…</source>
        <translation>以前の学習と同じにする…</translation>
    </message>
    <message>
        <source>As in the run “{run}”. Pictures that it did not have are shared out as set here.</source>
        <translation>学習記録「{run}」と同じ分割です。そこになかった画像は、ここの設定で分けます。</translation>
    </message>
    <message>
        <source>As listed</source>
        <translation>一覧の順</translation>
    </message>
    <message>
        <source>As measured in this run.</source>
        <translation>この学習での実測値です。</translation>
    </message>
    <message>
        <source>As the folders name them.</source>
        <translation>フォルダ名のとおりに分けます。</translation>
    </message>
    <message>
        <source>As the folders name them; test takes {share} of the training pictures.</source>
        <translation>フォルダ名のとおりに分けます。テスト用には、学習用の画像の{share}を使います。</translation>
    </message>
    <message>
        <source>As the folders name them; validation takes {share} of the training pictures.</source>
        <translation>フォルダ名のとおりに分けます。検証用には、学習用の画像の{share}を使います。</translation>
    </message>
    <message>
        <source>Ask a network about photos of your own. They stay on this computer.</source>
        <translation>自分の写真に何が写っているかをネットワークに尋ねます。写真はこのパソコンの外に出ません。</translation>
    </message>
    <message>
        <source>Ask about every photo in a folder and the folders in it</source>
        <translation>フォルダとその中のフォルダにある写真を、すべて分類します</translation>
    </message>
    <message>
        <source>Ask about one photo or many</source>
        <translation>写真を1枚、または何枚でも選べます</translation>
    </message>
    <message>
        <source>Ask about the copied picture or files (Ctrl+V)</source>
        <translation>コピーした画像やファイルを分類します (Ctrl+V)</translation>
    </message>
    <message>
        <source>Ask about them again.</source>
        <translation>もう一度分類してください。</translation>
    </message>
    <message>
        <source>Ask another network</source>
        <translation>別のネットワークを使います</translation>
    </message>
    <message>
        <source>At most, in MB for each run</source>
        <translation>学習1回あたりの上限 (MB)</translation>
    </message>
    <message>
        <source>At the next start you are asked whether the training shall go on.</source>
        <translation>次に起動したとき、学習を続けるかどうかを確認します。</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>データ拡張</translation>
    </message>
    <message>
        <source>Average pooling keeps the mean of every small window: pictures shrink and become calmer.</source>
        <translation>平均プーリングは、小さな窓ごとに平均を残します。画像は小さく、なめらかになります。</translation>
    </message>
    <message>
        <source>Back to its own test pictures</source>
        <translation>自身のテスト用画像に戻る</translation>
    </message>
    <message>
        <source>Back to the classes (Esc)</source>
        <translation>クラスの一覧に戻ります (Esc)</translation>
    </message>
    <message>
        <source>Back to the number</source>
        <translation>数に戻る</translation>
    </message>
    <message>
        <source>Back to the results</source>
        <translation>結果に戻る</translation>
    </message>
    <message>
        <source>Back to the results (Esc)</source>
        <translation>結果に戻る (Esc)</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>クラス平均</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>クラス平均正解率</translation>
    </message>
    <message>
        <source>Balanced accuracy is the average of how much of each class was recognised: a small class counts as much as a large one.</source>
        <translation>クラス平均正解率は、クラスごとの再現率を平均したものです。小さなクラスも、大きなクラスと同じ重みで数えます。</translation>
    </message>
    <message>
        <source>Balanced accuracy: {share}</source>
        <translation>クラス平均正解率: {share}</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>バッチ</translation>
    </message>
    <message>
        <source>Batch normalization shifts and stretches each picture, so that all of them live on a similar scale.</source>
        <translation>バッチ正規化は、各画像の値をずらして伸び縮みさせ、すべてを同じくらいの範囲にそろえます。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>バッチサイズ</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>バッチごと</translation>
    </message>
    <message>
        <source>Becomes part of “{name}”</source>
        <translation>「{name}」に統合されます</translation>
    </message>
    <message>
        <source>Before scaling the network said {said} on average, and {right} were right: no further apart than chance explains. {scaled}</source>
        <translation>較正前、ネットワークは平均{said}と答え、{right}が正解でした。偶然で説明できる差です。{scaled}</translation>
    </message>
    <message>
        <source>Before scaling the network was less sure than it may be: on average it said {said}, and {right} were right. {scaled}</source>
        <translation>較正前、ネットワークは実際より自信が控えめで、平均{said}と答え、{right}が正解でした。{scaled}</translation>
    </message>
    <message>
        <source>Before scaling the network was too sure of itself: on average it said {said}, and {right} were right. {scaled}</source>
        <translation>較正前、ネットワークは自信過剰で、平均{said}と答え、{right}が正解でした。{scaled}</translation>
    </message>
    <message>
        <source>Below {threshold} an answer is called not sure: here all of the {pictures}.</source>
        <translation>確信度が{threshold}未満の答えは「確信なし」とします。ここでは、{pictures}のすべてが該当します。</translation>
    </message>
    <message>
        <source>Below {threshold} an answer is called not sure: none of the {pictures}. Of all of them, {accuracy} are right.</source>
        <translation>確信度が{threshold}未満の答えは「確信なし」とします。{pictures}に該当するものはなく、全体の正解率は{accuracy}です。</translation>
    </message>
    <message>
        <source>Below {threshold} an answer is called not sure: {left} of the {pictures}. Of the rest, {accuracy} are right.</source>
        <translation>確信度が{threshold}未満の答えは「確信なし」とします。{pictures}の{left}が該当し、残りの正解率は{accuracy}です。</translation>
    </message>
    <message>
        <source>Beside it what the network looked at</source>
        <translation>隣は、ネットワークが見ていた場所です</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>最良のエポック</translation>
    </message>
    <message>
        <source>Best epoch {best} of {epochs}: validation loss {loss}, accuracy {accuracy}</source>
        <translation>最良のエポック {best} / {epochs}: 検証損失 {loss}、正解率 {accuracy}</translation>
    </message>
    <message>
        <source>Best validation loss</source>
        <translation>最小の検証損失</translation>
    </message>
    <message>
        <source>Better than always saying “{name}”, which is right for {baseline}.</source>
        <translation>いつも「{name}」と答えた場合の正解率{baseline}を上回っています。</translation>
    </message>
    <message>
        <source>Both answer all of the {count:,} validation pictures rightly.</source>
        <translation>検証用の画像{count:,}枚すべてに、どちらも正しく答えます。</translation>
    </message>
    <message>
        <source>Both are asked about the validation pictures when the training ends.</source>
        <translation>学習が終わると、検証用の画像について両方に尋ねます。</translation>
    </message>
    <message>
        <source>Both are being asked about the validation pictures…</source>
        <translation>検証用の画像について、両方に尋ねています…</translation>
    </message>
    <message>
        <source>Both learn their pictures by heart.</source>
        <translation>どちらも画像を丸暗記しています。</translation>
    </message>
    <message>
        <source>Both right</source>
        <translation>両方正解</translation>
    </message>
    <message>
        <source>Both wrong</source>
        <translation>両方不正解</translation>
    </message>
    <message>
        <source>Bright: what speaks most for {name}.</source>
        <translation>明るい場所ほど「{name}」の強い手がかりです。</translation>
    </message>
    <message>
        <source>Brightness ±</source>
        <translation>明るさ ±</translation>
    </message>
    <message>
        <source>Brings the run back from the trash</source>
        <translation>学習記録をごみ箱から元に戻します</translation>
    </message>
    <message>
        <source>By file name</source>
        <translation>ファイル名順</translation>
    </message>
    <message>
        <source>By guessing alone</source>
        <translation>当てずっぽうの場合</translation>
    </message>
    <message>
        <source>By how often answers like this one were right on the run&apos;s validation pictures, which the network has not learned from.</source>
        <translation>学習に使わなかった検証用の画像で、このような答えがどれだけ正しかったかに基づいています。</translation>
    </message>
    <message>
        <source>By the share alone: no class has as much as 60 %.</source>
        <translation>割合だけで判断しています。どのクラスも 60 % に届いていません。</translation>
    </message>
    <message>
        <source>By the share alone: one class has at least 60 %.</source>
        <translation>割合だけで判断しています。60 % 以上のクラスがあります。</translation>
    </message>
    <message>
        <source>By the share alone: one class has at least 90 %. The network says so; it may still be wrong. What answers like this are worth is known once a run has been judged on the Results page.</source>
        <translation>割合だけで判断しています。90 % 以上のクラスがありますが、ネットワークが間違っていることもあります。このような答えがどれだけ当たるかは、結果のページで学習記録を評価するとわかります。</translation>
    </message>
    <message>
        <source>By up to so much in either direction, anew for each picture in each epoch.</source>
        <translation>プラスとマイナスの両方向で、最大どれだけ変えるかです。画像ごと、エポックごとに値を選び直します。</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>較正誤差</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>Change since epoch {epoch}</source>
        <translation>エポック{epoch}からの変化</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>チャンネル</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation>フォルダのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>パスを確認してください。</translation>
    </message>
    <message>
        <source>Choose a file of arrays</source>
        <translation>配列のファイルを選ぶ</translation>
    </message>
    <message>
        <source>Choose a folder elsewhere.</source>
        <translation>別の場所のフォルダを選んでください。</translation>
    </message>
    <message>
        <source>Choose a folder outside of the photos&apos;: copies would be taken for further photos.</source>
        <translation>写真のフォルダの外を選んでください。中に入れると、コピーも分類する写真に数えられてしまいます。</translation>
    </message>
    <message>
        <source>Choose a folder that Nakami made, or a .keras file.</source>
        <translation>Nakamiが作ったフォルダか、.kerasファイルを選んでください。</translation>
    </message>
    <message>
        <source>Choose a folder with a subfolder for each class</source>
        <translation>クラスごとのサブフォルダがあるフォルダを選択</translation>
    </message>
    <message>
        <source>Choose a folder with photos in it.</source>
        <translation>写真の入ったフォルダを選んでください。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>フォルダを選ぶ…</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選ぶ</translation>
    </message>
    <message>
        <source>Choose a name that ends in .csv or .npy.</source>
        <translation>.csvか.npyで終わる名前を選んでください。</translation>
    </message>
    <message>
        <source>Choose a name that ends in .png or .svg.</source>
        <translation>.pngか.svgで終わる名前を選んでください。</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>画像を選ぶ</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>画像を選ぶ…</translation>
    </message>
    <message>
        <source>Choose a run in the table first.</source>
        <translation>先に表で学習記録を選んでください。</translation>
    </message>
    <message>
        <source>Choose a smaller image size, or fewer pictures.</source>
        <translation>画像サイズを小さくするか、画像を減らしてください。</translation>
    </message>
    <message>
        <source>Choose an earlier run</source>
        <translation>以前の学習を選ぶ</translation>
    </message>
    <message>
        <source>Choose another epoch.</source>
        <translation>別のエポックを選んでください。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>別の名前にしてください。</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>写真を選ぶ</translation>
    </message>
    <message>
        <source>Choose photos…</source>
        <translation>写真を選ぶ…</translation>
    </message>
    <message>
        <source>Choose the folder that holds a subfolder for each class</source>
        <translation>クラスごとのサブフォルダが入ったフォルダを選ぶ</translation>
    </message>
    <message>
        <source>Choose the folder that holds one subfolder for each class.</source>
        <translation>クラスごとのサブフォルダが入ったフォルダを選んでください。</translation>
    </message>
    <message>
        <source>Choose the folder with the photos</source>
        <translation>写真のフォルダを選ぶ</translation>
    </message>
    <message>
        <source>Choose the run to split as</source>
        <translation>同じ分割にする学習記録を選ぶ</translation>
    </message>
    <message>
        <source>Choose where photos that you add are copied to</source>
        <translation>追加する写真のコピー先を選ぶ</translation>
    </message>
    <message>
        <source>Choose where the copies go</source>
        <translation>コピー先を選ぶ</translation>
    </message>
    <message>
        <source>Choose where the folders with the copies go</source>
        <translation>コピーを分けたフォルダの保存先を選ぶ</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Class by class</source>
        <translation>クラス別の成績</translation>
    </message>
    <message>
        <source>Class names can be given for files of arrays (.npy, .npz) only.</source>
        <translation>クラス名を指定できるのは、配列のファイル（.npy、.npz）だけです。</translation>
    </message>
    <message>
        <source>Class names: {file}</source>
        <translation>クラス名: {file}</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>クラスの重み</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Classes that are taken for each other become neighbours: mistakes gather in blocks</source>
        <translation>互いに間違えやすいクラスを隣に並べ、間違いをかたまりにします</translation>
    </message>
    <message>
        <source>Classes weigh the same</source>
        <translation>クラスの重みをそろえる</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Classify calls an answer “not sure” where its probability of being right is lower.</source>
        <translation>正解の確率がこれより低い答えは、分類のページで「確信なし」と表示されます。</translation>
    </message>
    <message>
        <source>Click a picture to see it large; a double click on a row shows its whole class. The row’s menu renames, merges or leaves out a class. Photos that you drop on a row are copied and added to it.</source>
        <translation>画像をクリックすると大きく表示され、行をダブルクリックするとクラス全体が表示されます。行のメニューで名前の変更、統合、除外ができます。行にドロップした写真はコピーされ、そのクラスに加わります。</translation>
    </message>
    <message>
        <source>Click any cell to see how its number came about.</source>
        <translation>マスをクリックすると、その数がどのようにできたかが見られます。</translation>
    </message>
    <message>
        <source>Click any cell: the panel at the right shows the arithmetic behind its number. “Slide the filter” shows how a convolution fills its picture, “Trace back” follows a number down to the pixels.</source>
        <translation>マスをクリックすると、その数の計算が右のパネルに出ます。「フィルタをすべらせる」では畳み込みが画像を埋めていく様子が見られ、「さかのぼる」では数をピクセルまでたどれます。</translation>
    </message>
    <message>
        <source>Click, or use the arrow keys, to choose another rate.</source>
        <translation>クリックか矢印キーで、別の学習率を選べます。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close other programs, or save each array in a file of its own.</source>
        <translation>ほかのプログラムを閉じるか、配列を1つずつ別のファイルに保存してください。</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
    <message>
        <source>Close, and give the pictures the room</source>
        <translation>閉じて、画像を広く表示します</translation>
    </message>
    <message>
        <source>Colour could give the class away: the network may learn that instead of what is shown.</source>
        <translation>写っているものではなく、色の有無で見分けるようになるおそれがあります。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Common</source>
        <translation>共通</translation>
    </message>
    <message>
        <source>Compare once more.</source>
        <translation>もう一度比べてください。</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>学習記録を比較</translation>
    </message>
    <message>
        <source>Compare two runs that were trained on the same folder with the same seed.</source>
        <translation>同じフォルダと同じシードで学習した2つの学習記録を比べてください。</translation>
    </message>
    <message>
        <source>Compare two runs that were trained on the same folder, the second split as the first.</source>
        <translation>同じフォルダと同じ分割で学習した2つの学習記録を比べてください。</translation>
    </message>
    <message>
        <source>Compare two runs that were trained on the same folder.</source>
        <translation>同じフォルダで学習した2つの学習記録を比べてください。</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混同行列</translation>
    </message>
    <message>
        <source>Confusion matrix of {classes} classes: {right} of {count} pictures lie on the diagonal, which is right.</source>
        <translation>{classes}クラスの混同行列：画像{count}枚中{right}枚が対角線上にあり、正解です。</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>一定</translation>
    </message>
    <message>
        <source>Contrast ±</source>
        <translation>コントラスト ±</translation>
    </message>
    <message>
        <source>Copies of one photo may stand on both sides of the split: results would then look better than they are.</source>
        <translation>同じ写真から作られた画像が複数の区分に分かれると、結果が実際よりよく見えます。</translation>
    </message>
    <message>
        <source>Copies the whole message for a report</source>
        <translation>報告用にメッセージ全体をコピーします</translation>
    </message>
    <message>
        <source>Copy a picture, or picture files, then paste again.</source>
        <translation>画像か画像ファイルをコピーしてから、もう一度貼り付けてください。</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Copy into class folders…</source>
        <translation>クラスのフォルダへコピー…</translation>
    </message>
    <message>
        <source>Copy or download it once more, or save it anew.</source>
        <translation>もう一度コピーかダウンロードをするか、保存し直してください。</translation>
    </message>
    <message>
        <source>Copy the path and open it in a file manager.</source>
        <translation>パスをコピーして、ファイルマネージャーで開いてください。</translation>
    </message>
    <message>
        <source>Copy the photos into a folder for each answer. The photos themselves stay where they are.</source>
        <translation>答えごとのフォルダに写真をコピーします。元の写真は動かしません。</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>コサイン</translation>
    </message>
    <message>
        <source>Counting starts at 0; the last number is at {cell}.</source>
        <translation>0から数えます。最後の数は{cell}にあります。</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>枚数</translation>
    </message>
    <message>
        <source>Counts are pictures; shares are of all pictures of the row&apos;s class.</source>
        <translation>枚数：画像の枚数。割合：その行のクラスの全画像に占める割合。</translation>
    </message>
    <message>
        <source>Counts as “{name}”.</source>
        <translation>「{name}」として数えています。</translation>
    </message>
    <message>
        <source>Cover place by place</source>
        <translation>順に隠して調べる</translation>
    </message>
    <message>
        <source>Covering any single place takes nothing away from {name}.</source>
        <translation>どの場所を隠しても、「{name}」の割合は下がりません。</translation>
    </message>
    <message>
        <source>Covering one place lowers the share of {name} by up to {points} point.</source>
        <translation>1か所を隠すと、「{name}」の割合は最大で{points}ポイント下がります。</translation>
    </message>
    <message>
        <source>Covering one place lowers the share of {name} by up to {points} points.</source>
        <translation>1か所を隠すと、「{name}」の割合は最大で{points}ポイント下がります。</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>切り抜き</translation>
    </message>
    <message>
        <source>Cross-entropy: how surprised the network is by the right class, on average. 0 is perfect; sure and wrong costs most.</source>
        <translation>交差エントロピー：正解のクラスがネットワークにとってどれだけ意外だったかの平均です。0なら完璧で、確信して間違えると最も大きくなります。</translation>
    </message>
    <message>
        <source>Curves are saved as a picture in .png or .svg, not in “{ending}”.</source>
        <translation>曲線の画像の形式は.pngか.svgです（指定：「{ending}」）。</translation>
    </message>
    <message>
        <source>Cut other values at random, as training does for every picture anew</source>
        <translation>学習中に画像ごとに行うのと同じように、別の値をランダムに選んで0にします</translation>
    </message>
    <message>
        <source>Cut other values, drawn anew</source>
        <translation>別の値を選び直して0にします</translation>
    </message>
    <message>
        <source>Cut values</source>
        <translation>値を0にする</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Delete this run</source>
        <translation>この学習記録を削除</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>全結合層（Dense）</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>ディスク</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Double-click or Enter looks inside its best epoch, F2 renames it.</source>
        <translation>ダブルクリックかEnterで最良のエポックの中身を表示、F2で名前を変更。</translation>
    </message>
    <message>
        <source>Double-click or Enter shows its pictures, F2 renames it. Photos can be dropped on it.</source>
        <translation>ダブルクリックかEnterで画像を表示、F2で名前を変更。写真のドロップもできます。</translation>
    </message>
    <message>
        <source>Drawing of the plots (SVG)…</source>
        <translation>グラフのベクター画像 (SVG)…</translation>
    </message>
    <message>
        <source>Drawing variations…</source>
        <translation>変化させた画像を作っています…</translation>
    </message>
    <message>
        <source>Drop a folder of pictures here</source>
        <translation>ここに画像のフォルダをドロップ</translation>
    </message>
    <message>
        <source>Drop one here, or choose one: every layer shows what it makes of it.</source>
        <translation>ここにドロップするか、選んでください。各層がその画像から何を作るかが見られます。</translation>
    </message>
    <message>
        <source>Drop one photo or many on the window, choose them, or paste one.</source>
        <translation>写真を1枚でも何枚でもウィンドウにドロップするか、選ぶか、貼り付けます。</translation>
    </message>
    <message>
        <source>Drop photos here</source>
        <translation>ここに写真をドロップ</translation>
    </message>
    <message>
        <source>Drop photos on a row to add them to its class</source>
        <translation>行に写真をドロップすると、そのクラスに追加できます</translation>
    </message>
    <message>
        <source>Drop photos on its row.</source>
        <translation>そのクラスの行に写真をドロップしてください。</translation>
    </message>
    <message>
        <source>Drop the folder on the window, or choose it. To try first, take the sample creatures.</source>
        <translation>フォルダをウィンドウにドロップするか、選びます。まず試すだけなら、サンプルの生き物を使えます。</translation>
    </message>
    <message>
        <source>Drop the next photos here</source>
        <translation>次の写真をここにドロップ</translation>
    </message>
    <message>
        <source>Drop the one folder that holds a subfolder for each class.</source>
        <translation>クラスごとのサブフォルダが入ったフォルダを、1つだけドロップしてください。</translation>
    </message>
    <message>
        <source>Drop to add to {name}</source>
        <translation>ドロップして「{name}」に追加</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>ドロップアウト（Dropout）</translation>
    </message>
    <message>
        <source>Dropout leaves out random values while training, so that the network leans on no single one. It does nothing when classifying.</source>
        <translation>ドロップアウトは、学習中に値をランダムに取り除き、ネットワークが1つの値に頼りすぎないようにします。分類のときは何もしません。</translation>
    </message>
    <message>
        <source>Dropout on this answer</source>
        <translation>この答えとドロップアウト</translation>
    </message>
    <message>
        <source>Each class weighs the same in the loss.</source>
        <translation>損失では、どのクラスも同じ重みになります。</translation>
    </message>
    <message>
        <source>Each class weighs the same in training, so the small one counts as well.</source>
        <translation>学習ではどのクラスも同じ重みになるので、小さなクラスも軽く扱われません。</translation>
    </message>
    <message>
        <source>Each filter from left to right: {names}</source>
        <translation>各フィルタは左から：{names}</translation>
    </message>
    <message>
        <source>Each filter has {slices} slices, one for each channel that comes in</source>
        <translation>各フィルタはスライス{slices}枚（入力チャンネルごとに1枚）</translation>
    </message>
    <message>
        <source>Each filter weighs one channel. Blue: below zero, red: above.</source>
        <translation>各フィルタは1つのチャンネルを見ます。青：負、赤：正</translation>
    </message>
    <message>
        <source>Each its own scale</source>
        <translation>個別の範囲</translation>
    </message>
    <message>
        <source>Each its own scale: every picture from its lowest value to its highest. Common: the same colour is the same value in all of them.</source>
        <translation>個別の範囲：画像ごとに最小値から最大値までを色にします。共通：すべての画像で、同じ色は同じ値を表します。</translation>
    </message>
    <message>
        <source>Each picture goes where it was in that run, so that both compare.</source>
        <translation>各画像をその学習と同じ区分に入れるので、2つの学習を比べられます。</translation>
    </message>
    <message>
        <source>Each picture needs its label, in the same order.</source>
        <translation>画像1枚ごとに、同じ順番でラベルが必要です。</translation>
    </message>
    <message>
        <source>Each picture weighs the same in the loss, so that large classes have more say.</source>
        <translation>損失では、どの画像も同じ重みになり、大きなクラスの影響が強くなります。</translation>
    </message>
    <message>
        <source>Each row of the matrix is a class, each column what the network said. Click a cell for its pictures. Drop a folder on this page to judge the network by other pictures of the same classes.</source>
        <translation>混同行列の行は実際のクラス、列はネットワークの答えです。マスをクリックすると、その画像が見られます。このページにフォルダをドロップすると、同じクラスの別の画像で評価できます。</translation>
    </message>
    <message>
        <source>Earlier layers</source>
        <translation>前の層</translation>
    </message>
    <message>
        <source>Earlier run…</source>
        <translation>以前の学習…</translation>
    </message>
    <message>
        <source>Ended early: validation loss had stopped falling.</source>
        <translation>早期終了しました。検証損失が下がらなくなったためです。</translation>
    </message>
    <message>
        <source>Ends by itself once validation loss has stopped falling: more epochs would only learn by heart.</source>
        <translation>検証損失が下がらなくなると、自動で学習を終えます。それ以上続けても、丸暗記が進むだけだからです。</translation>
    </message>
    <message>
        <source>Enter adds it, Esc gives up</source>
        <translation>Enterで追加、Escで取り消し</translation>
    </message>
    <message>
        <source>Enter shows the pictures of a class.</source>
        <translation>Enterでクラスの画像を表示します。</translation>
    </message>
    <message>
        <source>Enter takes it, Esc does not</source>
        <translation>Enterで決定、Escで取り消し</translation>
    </message>
    <message>
        <source>Enter takes it, Esc does not. Empty, the run gets its number back.</source>
        <translation>Enterで決定、Escで取り消し。空にすると、番号の付いた元の名前に戻ります。</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>エポック{epoch}</translation>
    </message>
    <message>
        <source>Epoch {epoch} is safe. Go on when the folder is back.</source>
        <translation>エポック{epoch}までは保存されています。フォルダが元に戻ったら、続けてください。</translation>
    </message>
    <message>
        <source>Epoch {epoch} is shown as it was kept, rounded to 256 steps; its arithmetic is not kept.</source>
        <translation>エポック{epoch}を、保存されたとおりに256段階の値で表示しています。計算の内容は保存されていません。</translation>
    </message>
    <message>
        <source>Epoch {epoch} was not saved. Epoch {saved} is safe.</source>
        <translation>エポック{epoch}は保存されていません。エポック{saved}までは保存されています。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>エポック数</translation>
    </message>
    <message>
        <source>Epochs are kept for the picture that was looked at while training.</source>
        <translation>エポックが保存されるのは、学習中に見ていた画像だけです。</translation>
    </message>
    <message>
        <source>Epochs without improvement. The best one is kept.</source>
        <translation>この数だけ改善がないと終わります。最良のエポックが残ります。</translation>
    </message>
    <message>
        <source>Equal steps are equal factors: small losses late in a run can still be told apart. Only for the loss; accuracy keeps its 0 to 100 %.</source>
        <translation>同じ間隔が同じ倍率を表すので、学習の終盤の小さな損失も見分けられます。損失だけに使い、正解率は 0〜100 % のままです。</translation>
    </message>
    <message>
        <source>Estimated from a few timed batches, {rate} pictures a second.</source>
        <translation>数バッチの計測から見積もった値です（{rate} 枚/秒）。</translation>
    </message>
    <message>
        <source>Every batch is trained on at a larger rate than the one before. Your training is not touched.</source>
        <translation>学習率を1バッチごとに上げながら試しています。あなたの学習には影響しません。</translation>
    </message>
    <message>
        <source>Every epoch shows each training picture a little differently. Validation and test pictures stay as they are.</source>
        <translation>エポックごとに、学習用の画像を少しずつ変えて見せます。検証用とテスト用の画像は元のままです。</translation>
    </message>
    <message>
        <source>Every epoch shows the pictures as they are. With few pictures, variations keep the network from learning them by heart.</source>
        <translation>画像を毎回、元のまま見せます。画像が少ないときは、変化をつけると丸暗記を防げます。</translation>
    </message>
    <message>
        <source>Every file is a picture that can be read</source>
        <translation>すべてのファイルが読み取れる画像です</translation>
    </message>
    <message>
        <source>Every number is repeated over {rows} × {columns} places; here {value} from row {row}, column {column}.</source>
        <translation>どの数も{rows} × {columns}のマスに繰り返します。ここは行{row}、列{column}の{value}です。</translation>
    </message>
    <message>
        <source>Every picture becomes a square of so many pixels on each side. The tutorial uses 100.</source>
        <translation>どの画像も、1辺がこのピクセル数の正方形になります。チュートリアルでは100です。</translation>
    </message>
    <message>
        <source>Every training keeps a folder under “Runs”; delete the ones that you no longer need.</source>
        <translation>学習するたびに「学習記録」の下にフォルダが1つできます。不要になったものは削除してかまいません。</translation>
    </message>
    <message>
        <source>Every training keeps what the layers made of the picture you looked at, epoch by epoch. When the room is full, every other epoch is let go. 0 keeps none.</source>
        <translation>学習のたびに、見ていた画像から各層が作ったものをエポックごとに保存します。上限に達すると、エポックを1つおきに削除します。0にすると保存しません。</translation>
    </message>
    <message>
        <source>Everything else is fine</source>
        <translation>ほかに問題はありません</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>Exclude the chosen pictures</source>
        <translation>選んだ画像を除外</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>除外中</translation>
    </message>
    <message>
        <source>Explain the page in sight</source>
        <translation>表示中のページの説明</translation>
    </message>
    <message>
        <source>Explains the page (F1)</source>
        <translation>このページの説明 (F1)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1値</translation>
    </message>
    <message>
        <source>F1: precision and recall in one number, nearer to the lower of both; 1 is perfect.</source>
        <translation>F1値：適合率と再現率を1つの数にまとめたものです。2つのうち低いほうに近い値になり、1なら完璧です。</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Falls along a cosine to nearly 0 at the last epoch.</source>
        <translation>コサイン曲線に沿って下がり、最後のエポックでほぼ0になります。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Filter {filter} lies over 1 number of {source}.</source>
        <translation>フィルタ{filter}は、{source}の1個の数に重なっています。</translation>
    </message>
    <message>
        <source>Filter {filter} lies over {count:,} numbers of {source}.</source>
        <translation>フィルタ{filter}は、{source}の{count:,}個の数に重なっています。</translation>
    </message>
    <message>
        <source>Filter {filter} looks at channel {channel} of {source} alone, at 1 number of it.</source>
        <translation>フィルタ{filter}が見るのは、{source}のチャンネル{channel}だけです。その1個の数に重なっています。</translation>
    </message>
    <message>
        <source>Filter {filter} looks at channel {channel} of {source} alone, at {count:,} numbers of it.</source>
        <translation>フィルタ{filter}が見るのは、{source}のチャンネル{channel}だけです。その{count:,}個の数に重なっています。</translation>
    </message>
    <message>
        <source>Filter {filter} looks at channel {channel} of {source} alone. Here it reaches over the edge: over {count:,} numbers and {padding:,} zeros of the padding.</source>
        <translation>フィルタ{filter}が見るのは、{source}のチャンネル{channel}だけです。ここでは端からはみ出し、{count:,}個の数とパディングの0（{padding:,}個）に重なっています。</translation>
    </message>
    <message>
        <source>Filter {filter} reaches over the edge of {source}: it lies over {count:,} numbers and {padding:,} zeros of the padding.</source>
        <translation>フィルタ{filter}は{source}の端からはみ出し、{count:,}個の数とパディングの0（{padding:,}個）に重なっています。</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>フィルタ</translation>
    </message>
    <message>
        <source>Find a good learning rate</source>
        <translation>よい学習率を探す</translation>
    </message>
    <message>
        <source>Finding a learning rate</source>
        <translation>学習率を探す</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>探す…</translation>
    </message>
    <message>
        <source>Fingerprint of the files</source>
        <translation>ファイル内容の指紋</translation>
    </message>
    <message>
        <source>Fingerprint of the names</source>
        <translation>ファイル名の指紋</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>平坦化（Flatten）</translation>
    </message>
    <message>
        <source>Flatten lays all numbers side by side in one long row, so that a dense layer can read them.</source>
        <translation>平坦化は、すべての数を長い1列に並べ、全結合層が読めるようにします。</translation>
    </message>
    <message>
        <source>Fold up</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Folder of pictures…</source>
        <translation>画像のフォルダ…</translation>
    </message>
    <message>
        <source>Folders that you open are listed here.</source>
        <translation>開いたフォルダがここに並びます。</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>フォルダ…</translation>
    </message>
    <message>
        <source>Follow what did most for this number, layer by layer, down to the photo</source>
        <translation>この数に最も寄与したものを、層を1つずつさかのぼって写真までたどります</translation>
    </message>
    <message>
        <source>For this picture and network there is no heat map.</source>
        <translation>この画像とネットワークでは、ヒートマップを作れません。</translation>
    </message>
    <message>
        <source>Free some space, choose a smaller image size, or another place with NAKAMI_HOME.</source>
        <translation>空き容量を増やすか、画像サイズを小さくするか、NAKAMI_HOMEで別の場所を指定してください。</translation>
    </message>
    <message>
        <source>Free some space, or choose another place with NAKAMI_HOME.</source>
        <translation>空き容量を増やすか、NAKAMI_HOMEで別の場所を指定してください。</translation>
    </message>
    <message>
        <source>Free some space, or choose another place.</source>
        <translation>空き容量を増やすか、別の場所を選んでください。</translation>
    </message>
    <message>
        <source>From A to Z</source>
        <translation>クラス名の順（A〜Z）</translation>
    </message>
    <message>
        <source>From now on each class weighs the same in training.</source>
        <translation>これからの学習では、どのクラスも同じ重みになります。</translation>
    </message>
    <message>
        <source>From the epochs measured so far.</source>
        <translation>これまでのエポックの実測値から計算しています。</translation>
    </message>
    <message>
        <source>From this number back to the one that did most for it, down to one pixel. Point at a step to see what it sees, click it to have it explained.</source>
        <translation>この数から、最も寄与した数へと、1つのピクセルまでさかのぼります。各段階を指すと見ている範囲が、クリックすると説明が出ます。</translation>
    </message>
    <message>
        <source>Further left, where exp is as good as 0: {count}.</source>
        <translation>さらに左（expがほぼ0）：{count}個。</translation>
    </message>
    <message>
        <source>Give a name for each class, in the order of the labels, all different.</source>
        <translation>ラベルの順に、すべてのクラスに異なる名前を指定してください。</translation>
    </message>
    <message>
        <source>Give a text file with a path a line.</source>
        <translation>1行に1つずつパスを書いたテキストファイルを指定してください。</translation>
    </message>
    <message>
        <source>Give shares like 70/15/15, or the path of a run or of a split.csv.</source>
        <translation>70/15/15のような割合か、学習記録またはsplit.csvのパスを指定してください。</translation>
    </message>
    <message>
        <source>Global average pooling keeps one number of each picture, its mean: how much was found, no matter where.</source>
        <translation>グローバル平均プーリングは、画像ごとに平均の1つの数だけを残します。場所に関係なく、どれだけ見つかったかを表します。</translation>
    </message>
    <message>
        <source>Global max pooling keeps one number of each picture, its strongest: whether it was found, no matter where.</source>
        <translation>グローバル最大プーリングは、画像ごとに最も大きい1つの数だけを残します。場所に関係なく、見つかったかどうかを表します。</translation>
    </message>
    <message>
        <source>Go back to an earlier epoch: what the layers made of this picture then</source>
        <translation>以前のエポックに戻り、そのとき各層がこの画像から何を作ったかを見ます</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>学習を続ける</translation>
    </message>
    <message>
        <source>Go on with the training (Space)</source>
        <translation>学習を再開します (Space)</translation>
    </message>
    <message>
        <source>Go to the class with the largest share</source>
        <translation>割合が最も大きいクラスへ移ります</translation>
    </message>
    <message>
        <source>Go to the number that did most for this one</source>
        <translation>この数に最も寄与した数へ移ります</translation>
    </message>
    <message>
        <source>Goes on exactly where it ended: {done} of {planned} epochs are done.</source>
        <translation>終わったところから、そのまま続けます（{done} / {planned}エポック完了）。</translation>
    </message>
    <message>
        <source>Going back through the epochs</source>
        <translation>エポックをさかのぼる</translation>
    </message>
    <message>
        <source>Going by {fitted_on} it was probably less sure than it may be, so the temperature makes its shares surer before they are shown as probabilities: {after} on average.</source>
        <translation>{fitted_on}から見ると自信が控えめすぎるようなので、確率として示す前に、温度によって割合をはっきりさせます（平均{after}）。</translation>
    </message>
    <message>
        <source>Going by {fitted_on} it was probably too sure, so the temperature makes its shares less sure before they are shown as probabilities: {after} on average.</source>
        <translation>{fitted_on}から見ると自信過剰のようなので、確率として示す前に、温度によって割合を控えめにします（平均{after}）。</translation>
    </message>
    <message>
        <source>Grad-CAM looks at a layer with rows and columns, and this network has none.</source>
        <translation>Grad-CAMには行と列のある層が必要ですが、このネットワークにはありません。</translation>
    </message>
    <message>
        <source>Grad-CAM weighs each picture of that layer by how much the class&apos;s score rises with it on average, and adds them up.</source>
        <translation>Grad-CAMは、その層の各画像がクラスの得点を平均でどれだけ上げるかを重みにして、画像を足し合わせます。</translation>
    </message>
    <message>
        <source>Guessing the largest class</source>
        <translation>最多のクラスだけ答えた場合</translation>
    </message>
    <message>
        <source>Halves whenever {epochs} epochs in a row bring no better one.</source>
        <translation>{epochs}エポック続けて改善がないたびに、半分にします。</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>画像の点検</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>ヒートマップを重ねる</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>ヒートマップ</translation>
    </message>
    <message>
        <source>Heat map (Grad-CAM)</source>
        <translation>ヒートマップ（Grad-CAM）</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Help on {page}</source>
        <translation>{page}のヘルプ</translation>
    </message>
    <message>
        <source>Here Dropout did not help.</source>
        <translation>ここではドロップアウトの効果がありませんでした。</translation>
    </message>
    <message>
        <source>Here an answer that is 80 % sure is right 8 times in 10</source>
        <translation>この線の上では、確信度 80 % の答えは10回に8回正解します</translation>
    </message>
    <message>
        <source>Here each picture has a small filter of its own, which slides over that picture alone.</source>
        <translation>ここでは画像ごとに専用の小さなフィルタがあり、その画像の上だけをすべります。</translation>
    </message>
    <message>
        <source>Here it leaves out {share} of them, others for every picture.</source>
        <translation>ここでは値の{share}を取り除きます。どの値を除くかは画像ごとに変わります。</translation>
    </message>
    <message>
        <source>Here that spoke for no place, so each place is weighed by itself: HiResCAM.</source>
        <translation>ここではそれで明るくなる場所がないため、場所ごとに重みを付けています（HiResCAM）。</translation>
    </message>
    <message>
        <source>Here the network learns, and you watch loss and accuracy move while it does.</source>
        <translation>ネットワークが学習するページです。損失と正解率の動きを見守ります。</translation>
    </message>
    <message>
        <source>Here the network names what is on photos that it has never seen.</source>
        <translation>初めて見る写真に何が写っているかを、ネットワークが答えるページです。</translation>
    </message>
    <message>
        <source>Here you choose language and appearance, and see where the program keeps its files.</source>
        <translation>言語と外観を選び、ファイルの保存場所を確かめるページです。</translation>
    </message>
    <message>
        <source>Here you choose what the network learns from: a folder with one subfolder for each class.</source>
        <translation>ネットワークが何から学ぶかを選ぶページです。クラスごとにサブフォルダを分けたフォルダを使います。</translation>
    </message>
    <message>
        <source>Here you see how good a network is, on which pictures it fails, and what to do about them.</source>
        <translation>ネットワークがどれだけ正しいか、どの画像を間違えるか、どう対処できるかを見るページです。</translation>
    </message>
    <message>
        <source>Here you see what every layer makes of one picture, and how each of its numbers came about.</source>
        <translation>各層が1枚の画像から何を作るか、その数の1つ1つがどのようにできたかを見るページです。</translation>
    </message>
    <message>
        <source>Holds from the next batch on.</source>
        <translation>次のバッチから反映されます。</translation>
    </message>
    <message>
        <source>Holds {kind}.</source>
        <translation>中身は{kind}です。</translation>
    </message>
    <message>
        <source>How a picture becomes a square</source>
        <translation>画像を正方形にする方法</translation>
    </message>
    <message>
        <source>How alike patch and filter are</source>
        <translation>パッチとフィルタの類似度</translation>
    </message>
    <message>
        <source>How each page is used, and what the words of the field mean.</source>
        <translation>各ページの使い方と、用語の意味を説明します。</translation>
    </message>
    <message>
        <source>How far it can be believed</source>
        <translation>どこまで信じられるか</translation>
    </message>
    <message>
        <source>How far its shares can be trusted is measured on the validation pictures of its run, and there are none: it was trained without them, they are gone, or it is a model file without its run.</source>
        <translation>割合をどこまで信じてよいかは実行の検証用画像で測りますが、それがありません。検証なしで学習したか、画像がなくなったか、実行のないモデルファイルです。</translation>
    </message>
    <message>
        <source>How far the answers are from the right ones, as one number. Training makes it smaller; 0 is perfect.</source>
        <translation>答えが正解からどれだけ離れているかを表す1つの数です。学習によって小さくなり、0なら完璧です。</translation>
    </message>
    <message>
        <source>How far the random variations go</source>
        <translation>ランダムな変化の範囲を設定します</translation>
    </message>
    <message>
        <source>How far the weights move after each batch. Too large, and the loss jumps or turns into no number; too small, and it hardly falls. The arrows go in steps of 1, 2, 5.</source>
        <translation>バッチごとに重みをどれだけ動かすかです。大きすぎると損失が激しく上下したり発散したりし、小さすぎるとほとんど下がりません。矢印を押すと、1、2、5の刻みで変わります。</translation>
    </message>
    <message>
        <source>How good a network is, on which pictures it fails, and what to do about them.</source>
        <translation>ネットワークがどれだけ正しいか、どの画像を間違えるか、どう対処できるかがわかります。</translation>
    </message>
    <message>
        <source>How good the best epoch is on test pictures, and where it fails</source>
        <translation>最良のエポックのテスト用の画像での成績と、間違えた画像を見ます</translation>
    </message>
    <message>
        <source>How it learned</source>
        <translation>学習の経過</translation>
    </message>
    <message>
        <source>How many pictures are looked at before the weights move. 32 is a good start.</source>
        <translation>重みを1回更新するまでに見る画像の枚数です。まずは32がよいでしょう。</translation>
    </message>
    <message>
        <source>How many pictures of this class were asked about. With few, one more mistake moves a lot.</source>
        <translation>尋ねた画像のうち、このクラスの枚数です。少ないと、間違いが1枚増えるだけで数値が大きく変わります。</translation>
    </message>
    <message>
        <source>How much of the batches before is in each value of the smoothed line. 0: no line. Epochs stay as they are.</source>
        <translation>平滑化した線の値に、それまでのバッチをどれだけ混ぜるかです。0にすると線を描きません。エポックの値は変わりません。</translation>
    </message>
    <message>
        <source>How often every training picture is seen.</source>
        <translation>学習用の各画像を何回見るかです。</translation>
    </message>
    <message>
        <source>How often the right class is among the three that the network finds most likely.</source>
        <translation>ネットワークが選んだ上位3つのクラスに、正解が入っている割合です。</translation>
    </message>
    <message>
        <source>How strong the place under the pointer is, measured by the strongest one.</source>
        <translation>ポインタの位置の強さを、最も強い場所との比で示します。</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>確信度</translation>
    </message>
    <message>
        <source>How sure is it, and how right?</source>
        <translation>確信度と正解率</translation>
    </message>
    <message>
        <source>How the curves are drawn</source>
        <translation>曲線の描き方を変えます</translation>
    </message>
    <message>
        <source>How the weights follow the gradient. Each has a learning rate of its own to begin with: another optimizer brings it along, unless you have set one.</source>
        <translation>勾配をもとに重みをどう更新するかです。学習率の初期値は手法ごとに異なり、自分で変えていなければ、手法と一緒に切り替わります。</translation>
    </message>
    <message>
        <source>How this number came about</source>
        <translation>この数ができるまで</translation>
    </message>
    <message>
        <source>How wrong the answer was: 0 where the right class got all of it, more the less it got.</source>
        <translation>どれだけ間違っていたかを表します。正解のクラスの割合が 100 % なら0で、低いほど大きくなります。</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>アイコン</translation>
    </message>
    <message>
        <source>Identical with {file}.</source>
        <translation>{file}とまったく同じです。</translation>
    </message>
    <message>
        <source>If every bar ended on the dashed line, the network could be taken at its word: of 100 answers that it is 80 % sure of, 80 would be right.</source>
        <translation>すべての棒が破線で終わるなら、確信度をそのまま信じられます。確信度 80 % の答えなら、100件中80件が正解です。</translation>
    </message>
    <message>
        <source>If it shall go, delete its folder by hand: {folder}.</source>
        <translation>削除するには、このフォルダを自分で削除してください：{folder}</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>画像サイズ</translation>
    </message>
    <message>
        <source>In training, Dropout cuts values at random; when classifying, none. Try what the answer to this picture would be with some of them cut.</source>
        <translation>ドロップアウトは、学習中は値をランダムに0にしますが、分類のときは何もしません。値の一部を0にすると、この画像の答えがどう変わるかを試せます。</translation>
    </message>
    <message>
        <source>In {folder}.</source>
        <translation>保存先：{folder}</translation>
    </message>
    <message>
        <source>In “{name}”.</source>
        <translation>クラス「{name}」の画像です。</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>中身</translation>
    </message>
    <message>
        <source>It answers with one of: {names}</source>
        <translation>次のどれかで答えます：{names}</translation>
    </message>
    <message>
        <source>It can begin again as it began.</source>
        <translation>同じ設定で、はじめから学習できます。</translation>
    </message>
    <message>
        <source>It can go on exactly where it was.</source>
        <translation>中断したところから、そのまま続けられます。</translation>
    </message>
    <message>
        <source>It can go on later, from the table of runs.</source>
        <translation>後で「学習記録」の表から続けられます。</translation>
    </message>
    <message>
        <source>It can go on: {done} of {planned} epochs are done.</source>
        <translation>続きから学習可能（{done} / {planned}エポック完了）</translation>
    </message>
    <message>
        <source>It can only answer with the classes that it was trained on. A photo that is far from all of its training pictures is called so; on others of something else it is wrong, however sure it looks.</source>
        <translation>答えられるのは、学習したクラスだけです。学習用のどの画像ともかけ離れた写真には、そう表示されます。それ以外の、別のものの写真では、どれほど確信があるように見えても間違いです。</translation>
    </message>
    <message>
        <source>It cannot be copied: {reason}.</source>
        <translation>コピーできません：{reason}。</translation>
    </message>
    <message>
        <source>It cannot go on: what that takes was not kept with it.</source>
        <translation>続きに必要なデータが保存されていないため、続けられません。</translation>
    </message>
    <message>
        <source>It does know the pictures that it learns from: more of them would help it with others.</source>
        <translation>学習用の画像は見分けられています。学習用の画像を増やすと、ほかの画像でもよくなるはずです。</translation>
    </message>
    <message>
        <source>It does not learn its pictures by heart.</source>
        <translation>画像を丸暗記してはいません。</translation>
    </message>
    <message>
        <source>It ended within its first epoch, so there is no network to look into.</source>
        <translation>最初のエポックの途中で終わったため、見られるネットワークがありません。</translation>
    </message>
    <message>
        <source>It has {names}, each written as name=value.</source>
        <translation>使える項目は{names}です。それぞれ「項目=値」の形で書きます。</translation>
    </message>
    <message>
        <source>It is being trained.</source>
        <translation>学習中です。</translation>
    </message>
    <message>
        <source>It is below zero, so {function} lets only {share} of it through: {after}.</source>
        <translation>0より小さいので、{function}はその{share}だけを通し、{after}になります。</translation>
    </message>
    <message>
        <source>It is below zero, so {function} turns it into 0.</source>
        <translation>0より小さいので、{function}が0にします。</translation>
    </message>
    <message>
        <source>It is kept as {file}.</source>
        <translation>{file}として残してあります。</translation>
    </message>
    <message>
        <source>It is learning these pictures by heart.</source>
        <translation>画像を丸暗記しています。</translation>
    </message>
    <message>
        <source>It is left out. {reason}</source>
        <translation>除外されます。{reason}</translation>
    </message>
    <message>
        <source>It is left out: nothing says what it shows.</source>
        <translation>何の画像か不明なため、除外されます。</translation>
    </message>
    <message>
        <source>It is not known what it looked like.</source>
        <translation>似た画像はわかりません。</translation>
    </message>
    <message>
        <source>It is right on {training} of the pictures that it learned from, and on {others} of the {pictures}, which must be easier. Nothing shows that it learned by heart.</source>
        <translation>正解率は、学習した画像で{training}、{pictures}で{others}です。後者のほうが易しいようです。丸暗記の兆候はありません。</translation>
    </message>
    <message>
        <source>It is right on {training} of the pictures that it learned from, and on {others} of the {pictures}: no further apart than chance or a small difference explains. Nothing shows that it learned by heart.</source>
        <translation>正解率は、学習した画像で{training}、{pictures}で{others}です。差は、偶然で説明できるか、ごくわずかです。丸暗記の兆候はありません。</translation>
    </message>
    <message>
        <source>It is right on {training} of the pictures that it learned from, but on {others} of the {pictures}. Chance does not explain that: it learned some of its pictures by heart (over-fitting).</source>
        <translation>正解率は、学習した画像では{training}ですが、{pictures}では{others}です。この差は偶然では説明できません。一部の画像を丸暗記しています（過学習）。</translation>
    </message>
    <message>
        <source>It is unlearning what it learned.</source>
        <translation>学んだことを忘れていっています。</translation>
    </message>
    <message>
        <source>It knows: {names}.</source>
        <translation>知っているクラス：{names}。</translation>
    </message>
    <message>
        <source>It learned for {length} from {count} pictures.</source>
        <translation>画像{count}枚で{length}学習しました。</translation>
    </message>
    <message>
        <source>It learned for {length}.</source>
        <translation>{length}学習しました。</translation>
    </message>
    <message>
        <source>It learned these pictures by heart.</source>
        <translation>画像を丸暗記しました。</translation>
    </message>
    <message>
        <source>It learns its pictures by heart.</source>
        <translation>画像を丸暗記しています。</translation>
    </message>
    <message>
        <source>It lies in no class folder.</source>
        <translation>どのクラスのフォルダにも入っていません。</translation>
    </message>
    <message>
        <source>It lies over a patch of as many numbers, multiplies pair by pair, and adds up.</source>
        <translation>同じ個数の数（パッチ）に重ね、1つずつ掛け合わせて合計します。</translation>
    </message>
    <message>
        <source>It looked most like these training pictures</source>
        <translation>最も似ていた学習用の画像</translation>
    </message>
    <message>
        <source>It smooths the batches, and they are switched off.</source>
        <translation>平滑化するのはバッチごとの値ですが、いまは表示していません。</translation>
    </message>
    <message>
        <source>It starts from the same pictures, the same split and the same seed, so that only Dropout differs.</source>
        <translation>同じ画像、同じ分割、同じシードから始めるので、違いはドロップアウトだけです。</translation>
    </message>
    <message>
        <source>It takes three to have one each for training, validation and test; for learning, many more.</source>
        <translation>学習、検証、テストに1枚ずつ入れるだけで3枚必要です。学習には、もっと多くの画像が要ります。</translation>
    </message>
    <message>
        <source>It unlearned what it had learned.</source>
        <translation>学んだことを忘れてしまいました。</translation>
    </message>
    <message>
        <source>It was still improving when it ended.</source>
        <translation>まだ改善している途中で終わりました。</translation>
    </message>
    <message>
        <source>It was stopped within its first epoch.</source>
        <translation>最初のエポックの途中で停止しました。</translation>
    </message>
    <message>
        <source>Its last epoch is its best: more epochs may help.</source>
        <translation>最後のエポックが最良でした。エポックを増やすと、さらによくなるかもしれません。</translation>
    </message>
    <message>
        <source>Its networks can still be opened. Train anew to go further.</source>
        <translation>ネットワークは今も開けます。さらに学習するには、新しく学習を始めてください。</translation>
    </message>
    <message>
        <source>Its picture gets bright where the filter finds its pattern.</source>
        <translation>フィルタがパターンを見つけた場所が、画像の中で明るくなります。</translation>
    </message>
    <message>
        <source>Its pictures are not used. The files stay as they are.</source>
        <translation>このクラスの画像は使われません。ファイルはそのままです。</translation>
    </message>
    <message>
        <source>Its pictures are used again</source>
        <translation>このクラスの画像を再び使います</translation>
    </message>
    <message>
        <source>JPEG, PNG, WebP and many more. Files are never changed.</source>
        <translation>JPEG、PNG、WebPなどに対応。ファイルは変更されません。</translation>
    </message>
    <message>
        <source>JPEG, PNG, WebP and most other formats. Files are read, never changed.</source>
        <translation>JPEG、PNG、WebPなど、ほとんどの形式に対応します。ファイルは読むだけで、変更しません。</translation>
    </message>
    <message>
        <source>Judge it by a folder of pictures…</source>
        <translation>画像フォルダで評価…</translation>
    </message>
    <message>
        <source>Keep near-identical pictures on one side</source>
        <translation>ほぼ同じ画像は同じ区分に入れる</translation>
    </message>
    <message>
        <source>Keep one of each</source>
        <translation>1枚ずつ残す</translation>
    </message>
    <message>
        <source>Keep the answers so far, ask about no more photos</source>
        <translation>ここまでの答えを残し、残りの写真の分類をやめます</translation>
    </message>
    <message>
        <source>Keep them on one side</source>
        <translation>同じ区分に入れる</translation>
    </message>
    <message>
        <source>Keep what has been tried so far</source>
        <translation>ここまでの結果を残してやめます</translation>
    </message>
    <message>
        <source>Keeps the learning rate as it is</source>
        <translation>学習率を変えずに閉じます</translation>
    </message>
    <message>
        <source>Keeps the strongest of each 2 × 2 numbers: half as wide, half as high.</source>
        <translation>2 × 2 の数のうち最も大きいものだけを残します。幅も高さも半分になります。</translation>
    </message>
    <message>
        <source>Kept away until the end: the honest mark.</source>
        <translation>最後まで取っておきます。本当の実力がわかります。</translation>
    </message>
    <message>
        <source>Kept away until the end: the honest mark. Taken from training.</source>
        <translation>最後まで取っておき、本当の実力を測ります。学習用から取り分けます。</translation>
    </message>
    <message>
        <source>Kept in: {folder}</source>
        <translation>保存先：{folder}</translation>
    </message>
    <message>
        <source>Kernel, filter</source>
        <translation>カーネル、フィルタ</translation>
    </message>
    <message>
        <source>Keys on every page</source>
        <translation>どのページでも使えるキー</translation>
    </message>
    <message>
        <source>Labels are one number for each picture, or a row of one-hot numbers.</source>
        <translation>ラベルは、画像1枚につき数1つか、one-hotの数の並びにしてください。</translation>
    </message>
    <message>
        <source>Labels are one number for each picture: the number of its class.</source>
        <translation>ラベルは、画像1枚につき数1つ（クラスの番号）にしてください。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>大きく</translation>
    </message>
    <message>
        <source>Larger pictures</source>
        <translation>絵を大きく</translation>
    </message>
    <message>
        <source>Larger pictures (+, or Ctrl and the wheel)</source>
        <translation>画像を大きくします（+、またはCtrlとホイール）</translation>
    </message>
    <message>
        <source>Largest loss first</source>
        <translation>損失の大きい順</translation>
    </message>
    <message>
        <source>Later layers</source>
        <translation>後の層</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Lays all numbers end to end in one row.</source>
        <translation>すべての数を1列に並べます。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>Learning rates are still being tried.</source>
        <translation>まだ学習率を試しています。</translation>
    </message>
    <message>
        <source>Learning the training pictures by heart instead of what they have in common: training loss falls, validation loss rises.</source>
        <translation>画像に共通する特徴ではなく、学習用の画像そのものを丸暗記してしまうことです。学習損失は下がり、検証損失は上がります。</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>確信度の低い順</translation>
    </message>
    <message>
        <source>Least sure though right</source>
        <translation>きわどい正解</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>除外する</translation>
    </message>
    <message>
        <source>Leave it out, or train anew without --resume.</source>
        <translation>それを外すか、--resumeなしで新しく学習してください。</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>Leave out the chosen class</source>
        <translation>クラスを除外</translation>
    </message>
    <message>
        <source>Leave the copies out</source>
        <translation>重複を除外</translation>
    </message>
    <message>
        <source>Leave the copy out</source>
        <translation>重複を除外</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>除外する</translation>
    </message>
    <message>
        <source>Leave those outside training out</source>
        <translation>学習用以外のものを除外</translation>
    </message>
    <message>
        <source>Left and right change places. Not for letters, digits, or anything that has a handedness.</source>
        <translation>左右を入れ替えます。文字や数字など、左右の向きに意味があるものには使えません。</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>除外されたファイル</translation>
    </message>
    <message>
        <source>Left out: take it in first</source>
        <translation>除外中です。先に除外を解除してください</translation>
    </message>
    <message>
        <source>Let the filter go over the picture, and watch its own picture fill</source>
        <translation>フィルタを画像の上で動かし、出力の画像が埋まっていく様子を見ます</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>List only those that are to be left out.</source>
        <translation>除外するものだけを書いてください。</translation>
    </message>
    <message>
        <source>Listing the folders…</source>
        <translation>フォルダの一覧を作成中…</translation>
    </message>
    <message>
        <source>Listing the folder…</source>
        <translation>フォルダの一覧を作成中…</translation>
    </message>
    <message>
        <source>Load it with today’s NumPy and save it anew.</source>
        <translation>新しいNumPyで読み込み、保存し直してください。</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>対数目盛</translation>
    </message>
    <message>
        <source>Look at a picture of your own</source>
        <translation>自分の画像で見てみます</translation>
    </message>
    <message>
        <source>Look for</source>
        <translation>調べるクラス</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>中身を見る</translation>
    </message>
    <message>
        <source>Looking at every picture</source>
        <translation>すべての画像を調べています</translation>
    </message>
    <message>
        <source>Looks like {file}.</source>
        <translation>{file}とほぼ同じです。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Loss for each learning rate</source>
        <translation>学習率ごとの損失</translation>
    </message>
    <message>
        <source>Loss in epoch {epoch}: training {training}, validation {validation}</source>
        <translation>エポック{epoch}の損失：学習 {training}、検証 {validation}</translation>
    </message>
    <message>
        <source>Loss is not a number any more.</source>
        <translation>損失が発散して、数値ではなくなりました。</translation>
    </message>
    <message>
        <source>Loss leapt up in the beginning: the learning rate is probably too high. Try a tenth of it.</source>
        <translation>はじめに損失が跳ね上がっています。おそらく学習率が大きすぎます。10分の1で試してください。</translation>
    </message>
    <message>
        <source>Made square</source>
        <translation>正方形にする方法</translation>
    </message>
    <message>
        <source>Make a folder with one subfolder for each thing to recognise, each with pictures in it.</source>
        <translation>見分けたいものごとにサブフォルダを分けたフォルダを作り、それぞれに画像を入れてください。</translation>
    </message>
    <message>
        <source>Make a folder, and in it a subfolder for each thing to tell apart: “cats”, “dogs”, “birds”. A few dozen pictures in each are a start, a few hundred are good.</source>
        <translation>フォルダを1つ作り、その中に見分けたいものごとのサブフォルダ（「cats」「dogs」「birds」など）を作ります。それぞれ数十枚で始められ、数百枚あれば十分です。</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Many at once fill a table.</source>
        <translation>何枚もまとめて渡すと、表に並びます。</translation>
    </message>
    <message>
        <source>Max pooling keeps the strongest value of every small window: pictures shrink, what was found stays.</source>
        <translation>最大プーリングは、小さな窓ごとに最も大きい値を残します。画像は小さくなりますが、見つけたものは残ります。</translation>
    </message>
    <message>
        <source>McNemar&apos;s test on the pictures that the two answer differently</source>
        <translation>答えが分かれた画像によるマクネマー検定</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>計測</translation>
    </message>
    <message>
        <source>Measured while Dropout cuts values, so a little lower than with all of them.</source>
        <translation>ドロップアウトが値を0にしながら測るため、すべての値を使うときより少し低くなります。</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Merge with</source>
        <translation>統合する相手</translation>
    </message>
    <message>
        <source>Mirror half of them</source>
        <translation>半分を左右反転</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>間違い</translation>
    </message>
    <message>
        <source>Mistakes among test pictures show what the network cannot do. Leaving those out makes the test easier, not the network better: look for wrong labels among the training pictures.</source>
        <translation>テスト用の画像での間違いは、ネットワークの苦手なものを示します。除外しても、テストが易しくなるだけで、ネットワークはよくなりません。ラベルの誤りは、学習用の画像の中で探しましょう。</translation>
    </message>
    <message>
        <source>Mistakes among the training pictures, which it has learned from, are where wrong labels hide.</source>
        <translation>学習したはずなのに間違えた学習用の画像には、ラベルの誤りが隠れていることがあります。</translation>
    </message>
    <message>
        <source>Mistakes in a small class count for more, so that a large class does not drown it.</source>
        <translation>小さなクラスの間違いを重く数え、大きなクラスの陰に埋もれないようにします。</translation>
    </message>
    <message>
        <source>Mistakes: what the network got wrong. Unsure: what it got right, but only just.</source>
        <translation>間違い：ネットワークが間違えた画像。きわどい正解：正解だが、確信度が低かった画像。</translation>
    </message>
    <message>
        <source>Models and runs (*.keras *.h5 *.hdf5 run.json)</source>
        <translation>モデルと学習記録 (*.keras *.h5 *.hdf5 run.json)</translation>
    </message>
    <message>
        <source>Model…</source>
        <translation>モデル…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Most of each class is for training, some for validation, and some for a test that comes once, at the very end. The shares are set on the Pictures page.</source>
        <translation>各クラスの大部分は学習に、一部は検証に、残りは最後に一度だけ行うテストに使います。割合は画像のページで変えられます。</translation>
    </message>
    <message>
        <source>Most often: {pairs}.</source>
        <translation>多い間違い：{pairs}。</translation>
    </message>
    <message>
        <source>Move it back</source>
        <translation>元のクラスに戻す</translation>
    </message>
    <message>
        <source>Move the chosen pictures to another class</source>
        <translation>選んだ画像を別のクラスに移す</translation>
    </message>
    <message>
        <source>Move the chosen run to the trash</source>
        <translation>学習記録をごみ箱に移す</translation>
    </message>
    <message>
        <source>Move the slider to its right end for that.</source>
        <translation>スライダーを右端に動かすと見られます。</translation>
    </message>
    <message>
        <source>Move them back</source>
        <translation>元のクラスに戻す</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移動先</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>移動…</translation>
    </message>
    <message>
        <source>Moved to {name}</source>
        <translation>{name}に移動</translation>
    </message>
    <message>
        <source>Moves this run to the trash (Del)</source>
        <translation>この学習記録をごみ箱に移します (Del)</translation>
    </message>
    <message>
        <source>Multiplied pair by pair and added up with the bias, they give {total}.</source>
        <translation>1つずつ掛け合わせ、バイアスも加えて合計すると、{total}になります。</translation>
    </message>
    <message>
        <source>Multiplied pair by pair and added up, they give {sum}, and {total} with the bias.</source>
        <translation>1つずつ掛け合わせて合計すると{sum}、バイアスを加えると{total}になります。</translation>
    </message>
    <message>
        <source>Multiplied pair by pair and added up, they give {total}.</source>
        <translation>1つずつ掛け合わせて合計すると、{total}になります。</translation>
    </message>
    <message>
        <source>Nakami opens .keras and .h5 files, and the folders of its own runs.</source>
        <translation>Nakamiで開けるのは、.kerasと.h5のファイル、そしてNakamiの学習記録のフォルダです。</translation>
    </message>
    <message>
        <source>Nakami opens four arrays, X_train, X_test, Y_train and Y_test, in one .npy or .npz file or a file each.</source>
        <translation>Nakamiで開けるのは、X_train、X_test、Y_train、Y_testの4つの配列です。.npyか.npzのファイル1つにまとめるか、配列ごとに分けます。</translation>
    </message>
    <message>
        <source>Nakami reads what a file holds, whatever its name; other programs may refuse it.</source>
        <translation>Nakamiは中身を見て読みますが、ほかのプログラムでは開けないことがあります。</translation>
    </message>
    <message>
        <source>Nakami runs nothing that is in a file. Save the four arrays of numbers alone.</source>
        <translation>Nakamiは、ファイルに含まれるプログラムを実行しません。数値の配列4つだけを保存してください。</translation>
    </message>
    <message>
        <source>Nakami shows what this layer puts out, but does not explain it.</source>
        <translation>Nakamiは、この層の出力を表示しますが、説明はありません。</translation>
    </message>
    <message>
        <source>Nakami, report of a training</source>
        <translation>Nakami 学習レポート</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Name a file that ends in .html or .pdf.</source>
        <translation>.htmlか.pdfで終わるファイル名にしてください。</translation>
    </message>
    <message>
        <source>Name a file that ends in .html; a browser prints it.</source>
        <translation>.htmlで終わるファイル名にしてください。ブラウザから印刷できます。</translation>
    </message>
    <message>
        <source>Name a folder of pictures to evaluate it on.</source>
        <translation>評価に使う画像のフォルダを指定してください。</translation>
    </message>
    <message>
        <source>Name a new folder for the run.</source>
        <translation>学習記録用に新しいフォルダを指定してください。</translation>
    </message>
    <message>
        <source>Name a run’s folder, or a table with the columns file, class and part.</source>
        <translation>学習記録のフォルダか、file、class、partの列がある表を指定してください。</translation>
    </message>
    <message>
        <source>Name another folder of pictures to evaluate it on.</source>
        <translation>評価に使う別の画像フォルダを指定してください。</translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation>クラス名</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>学習記録の名前</translation>
    </message>
    <message>
        <source>Name one that was made of the same folder.</source>
        <translation>同じフォルダで作った分割を指定してください。</translation>
    </message>
    <message>
        <source>Name the four files X_train.npy, X_test.npy, Y_train.npy and Y_test.npy, in one folder.</source>
        <translation>4つのファイルにX_train.npy、X_test.npy、Y_train.npy、Y_test.npyという名前を付け、1つのフォルダに入れてください。</translation>
    </message>
    <message>
        <source>Names of classes and files stay as you wrote them.</source>
        <translation>クラス名とファイル名は、そのまま表示します。</translation>
    </message>
    <message>
        <source>Near-identical pictures are kept on one side of the split.</source>
        <translation>ほぼ同じ画像を、同じ区分に入れます。</translation>
    </message>
    <message>
        <source>Near-identical pictures may stand on both sides of the split.</source>
        <translation>ほぼ同じ画像が、別々の区分に分かれることがあります。</translation>
    </message>
    <message>
        <source>Near-identical together</source>
        <translation>ほぼ同じ画像をまとめる</translation>
    </message>
    <message>
        <source>Needs open pictures, and nothing that runs beside it.</source>
        <translation>画像を開いていて、ほかの処理をしていないときに使えます。</translation>
    </message>
    <message>
        <source>Neither learns its pictures by heart.</source>
        <translation>どちらも画像を丸暗記していません。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新しい順</translation>
    </message>
    <message>
        <source>Next picture of the folder</source>
        <translation>フォルダの次の画像</translation>
    </message>
    <message>
        <source>No F1: there are no pictures of “{name}” here.</source>
        <translation>F1値はありません。ここには「{name}」の画像がありません。</translation>
    </message>
    <message>
        <source>No answer of the network is a number, so nothing can be said of how sure it is.</source>
        <translation>ネットワークの答えが数値になっていないため、確かさについては何も言えません。</translation>
    </message>
    <message>
        <source>No answer.</source>
        <translation>答えがありません。</translation>
    </message>
    <message>
        <source>No better than guessing yet.</source>
        <translation>まだ当てずっぽうと変わりません。</translation>
    </message>
    <message>
        <source>No better than guessing.</source>
        <translation>当てずっぽうと変わりません。</translation>
    </message>
    <message>
        <source>No class is far smaller than the rest</source>
        <translation>極端に小さいクラスはありません</translation>
    </message>
    <message>
        <source>No class is mixed up with another</source>
        <translation>混同されたクラスはありません</translation>
    </message>
    <message>
        <source>No mistake: the test picture was answered right.</source>
        <translation>間違いはありません。テスト用の画像1枚に正解しました。</translation>
    </message>
    <message>
        <source>No mistake: the training picture was answered right.</source>
        <translation>間違いはありません。学習用の画像1枚に正解しました。</translation>
    </message>
    <message>
        <source>No mistake: the validation picture was answered right.</source>
        <translation>間違いはありません。検証用の画像1枚に正解しました。</translation>
    </message>
    <message>
        <source>No mistakes among the {count:,} test pictures.</source>
        <translation>間違いはありません。テスト用の画像{count:,}枚すべてに正解しました。</translation>
    </message>
    <message>
        <source>No mistakes among the {count:,} training pictures.</source>
        <translation>間違いはありません。学習用の画像{count:,}枚すべてに正解しました。</translation>
    </message>
    <message>
        <source>No mistakes among the {count:,} validation pictures.</source>
        <translation>間違いはありません。検証用の画像{count:,}枚すべてに正解しました。</translation>
    </message>
    <message>
        <source>No network to ask yet</source>
        <translation>答えるネットワークがまだありません</translation>
    </message>
    <message>
        <source>No number changes; each only gets a place in the row.</source>
        <translation>数は変わりません。長い並びの中での位置が決まるだけです。</translation>
    </message>
    <message>
        <source>No other run tells these classes apart yet</source>
        <translation>同じクラスを見分けるほかの学習記録がありません</translation>
    </message>
    <message>
        <source>No picture stands in two classes</source>
        <translation>クラスをまたぐ重複はありません</translation>
    </message>
    <message>
        <source>No picture stands on both sides of the split</source>
        <translation>区分をまたぐ重複はありません</translation>
    </message>
    <message>
        <source>No pictures at hand?</source>
        <translation>手元に画像がないときは</translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation>まだ画像がありません</translation>
    </message>
    <message>
        <source>No precision: the network called none of the pictures “{name}”.</source>
        <translation>適合率はありません。ネットワークは「{name}」と一度も答えていません。</translation>
    </message>
    <message>
        <source>No program on this computer shows folders.</source>
        <translation>このパソコンには、フォルダを表示するプログラムがありません。</translation>
    </message>
    <message>
        <source>No recall: there are no pictures of “{name}” here.</source>
        <translation>再現率はありません。ここには「{name}」の画像がありません。</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>まだ結果がありません</translation>
    </message>
    <message>
        <source>None of the run&apos;s pictures are left in “{folder}”.</source>
        <translation>この学習で使った画像が、「{folder}」に1枚も残っていません。</translation>
    </message>
    <message>
        <source>None of the run&apos;s test pictures are left in “{folder}”.</source>
        <translation>この学習で使ったテスト画像が、「{folder}」に1枚も残っていません。</translation>
    </message>
    <message>
        <source>None of the run&apos;s validation pictures are left in “{folder}”.</source>
        <translation>この学習で使った検証用の画像が、「{folder}」に1枚も残っていません。</translation>
    </message>
    <message>
        <source>None of the test pictures in “{folder}” can be read.</source>
        <translation>「{folder}」のテスト用画像は1枚も読み込めません。</translation>
    </message>
    <message>
        <source>None of the {count:,} files in “{folder}” can be used. The first, {file}: {reason}</source>
        <translation>「{folder}」にある{count:,}個のファイルは、どれも使えません。最初のファイル {file}：{reason}</translation>
    </message>
    <message>
        <source>None of these pictures is unlike what the network was trained on.</source>
        <translation>学習した画像とかけ離れた画像はありません。</translation>
    </message>
    <message>
        <source>Not a picture but a device or a pipe.</source>
        <translation>画像ではなく、デバイスまたはパイプです。</translation>
    </message>
    <message>
        <source>Not a picture but a folder.</source>
        <translation>画像ではなく、フォルダです。</translation>
    </message>
    <message>
        <source>Not a picture that Nakami can read.</source>
        <translation>Nakamiが読み取れる画像ではありません。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds HDF5 data.</source>
        <translation>画像ではありません。中身はHDF5のデータです。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds a NumPy array.</source>
        <translation>画像ではありません。中身はNumPyの配列です。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds a PDF document.</source>
        <translation>画像ではありません。中身はPDF文書です。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds a ZIP archive.</source>
        <translation>画像ではありません。中身はZIPアーカイブです。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds a packed archive.</source>
        <translation>画像ではありません。中身は圧縮アーカイブです。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds a program.</source>
        <translation>画像ではありません。中身はプログラムです。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds a video.</source>
        <translation>画像ではありません。中身は動画です。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds a web page.</source>
        <translation>画像ではありません。中身はウェブページです。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds an Office document or a store of thumbnails.</source>
        <translation>画像ではありません。中身はOffice文書かサムネイルの保存ファイルです。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds nothing but blanks.</source>
        <translation>画像ではありません。中身は空白だけです。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds plain text.</source>
        <translation>画像ではありません。中身はテキストです。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds sound.</source>
        <translation>画像ではありません。中身は音声です。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds the notes of macOS on a folder.</source>
        <translation>画像ではありません。中身はmacOSがフォルダに付けた情報です。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds the notes of macOS on another file.</source>
        <translation>画像ではありません。中身はmacOSが別のファイルに付けた情報です。</translation>
    </message>
    <message>
        <source>Not asked: there is no network yet.</source>
        <translation>未実行：ネットワークがまだありません。</translation>
    </message>
    <message>
        <source>Not asked: you stopped before its turn.</source>
        <translation>未実行：順番が来る前に停止しました。</translation>
    </message>
    <message>
        <source>Not clearly better than always saying “{name}”, which is right for {baseline}: with {pictures}, chance alone may make such a difference.</source>
        <translation>いつも「{name}」と答えた場合（正解率{baseline}）より、はっきりよいとはいえません。{pictures}では、この程度の差は偶然でも生じます。</translation>
    </message>
    <message>
        <source>Not every picture was looked at.</source>
        <translation>まだすべての画像を調べていません。</translation>
    </message>
    <message>
        <source>Not known yet. “Measure” times a few batches.</source>
        <translation>まだわかりません。「計測」を押すと、数バッチの時間を測って見積もります。</translation>
    </message>
    <message>
        <source>Not learned from: they show after each epoch how it does on new pictures.</source>
        <translation>学習には使いません。新しい画像でどうかを、エポックごとに確かめます。</translation>
    </message>
    <message>
        <source>Not like anything that the network was trained on, so its answer says little.</source>
        <translation>学習したどの画像とも違う、見たことのないものです。答えは当てになりません。</translation>
    </message>
    <message>
        <source>Not shown, because they are no finite numbers: {count}.</source>
        <translation>有限の数ではないため非表示：{count}個。</translation>
    </message>
    <message>
        <source>Not sure below</source>
        <translation>「確信なし」の基準</translation>
    </message>
    <message>
        <source>Not sure.</source>
        <translation>確信がありません。</translation>
    </message>
    <message>
        <source>Not sure: it could also be {second}.</source>
        <translation>確信がありません。「{second}」かもしれません。</translation>
    </message>
    <message>
        <source>Not sure: {second} is almost as likely.</source>
        <translation>確信がありません。「{second}」も同じくらいありえます。</translation>
    </message>
    <message>
        <source>Note on this run</source>
        <translation>この学習のメモ</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>メモ…</translation>
    </message>
    <message>
        <source>Nothing has been trained yet: every training will be kept here with its curves and its network.</source>
        <translation>まだ学習していません。学習するたびに、曲線とネットワークがここに残ります。</translation>
    </message>
    <message>
        <source>Nothing here can write PDF.</source>
        <translation>ここではPDFを作れません。</translation>
    </message>
    <message>
        <source>Nothing is bright: no part of the photo speaks for {name}.</source>
        <translation>明るい場所がありません。「{name}」の手がかりになる場所が、写真にありません。</translation>
    </message>
    <message>
        <source>Nothing is bright: no place in the last pictures inside the network speaks for {name}. Some may speak against it; a heat map does not show that.</source>
        <translation>明るい場所がありません。ネットワークの最後の画像に、「{name}」を裏づける場所がないためです。否定する場所があっても、ヒートマップには表れません。</translation>
    </message>
    <message>
        <source>Nothing is done to it: {before} goes on as it is.</source>
        <translation>何もしません。{before}がそのまま先へ進みます。</translation>
    </message>
    <message>
        <source>Nothing is training. {pictures}, {epochs}.</source>
        <translation>学習は動いていません。{pictures}、{epochs}。</translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>問題はありません</translation>
    </message>
    <message>
        <source>Nothing on this computer opened the folder {folder}.</source>
        <translation>フォルダ{folder}を開けるプログラムがありません。</translation>
    </message>
    <message>
        <source>Nothing to compare yet.</source>
        <translation>まだ比べるものがありません。</translation>
    </message>
    <message>
        <source>Nothing to look into yet</source>
        <translation>まだ見るものがありません</translation>
    </message>
    <message>
        <source>Nothing to measure it by.</source>
        <translation>確かめる方法がありません。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Now: the weights as they are. Change: what training has added to them since the first epoch.</source>
        <translation>現在：今の重みです。変化：最初のエポックから、学習で加わった分です。</translation>
    </message>
    <message>
        <source>NumPy object array (*.npy);;NumPy archive (*.npz)</source>
        <translation>NumPyオブジェクト配列 (*.npy);;NumPyアーカイブ (*.npz)</translation>
    </message>
    <message>
        <source>Number {name} takes {exp} of {total}: {share}.</source>
        <translation>{name}番は{total}のうち{exp}を占め、割合は{share}です。</translation>
    </message>
    <message>
        <source>Numbers in the cells</source>
        <translation>マスに表示する数</translation>
    </message>
    <message>
        <source>Numbers that the network learns.</source>
        <translation>ネットワークが学習する数の個数です。</translation>
    </message>
    <message>
        <source>Of all {count:,} numbers of channel {channel} the strongest goes on: {value}, from row {row}, column {column}.</source>
        <translation>チャンネル{channel}の{count:,}個の数のうち、最も大きい{value}（行{row}、列{column}）が先へ進みます。</translation>
    </message>
    <message>
        <source>Of every {count} numbers the largest goes on and {others} are thrown away, with the exact place where it sat.</source>
        <translation>{count}個の数ごとに、最大の1個だけが先へ進み、{others}個は捨てられます。最大の値があった正確な位置も失われます。</translation>
    </message>
    <message>
        <source>Of the {slices} slices of each filter, the {shown} with the largest weights</source>
        <translation>各フィルタのスライス{slices}枚のうち、重みの大きい{shown}枚</translation>
    </message>
    <message>
        <source>Of these {count:,} numbers the strongest goes on: {value}, from row {row}, column {column}.</source>
        <translation>この{count:,}個の数のうち、最も大きい{value}（行{row}、列{column}）が先へ進みます。</translation>
    </message>
    <message>
        <source>Of {all:,} pictures: both right {both:,}, only with Dropout {first:,}, only without {second:,}, both wrong {none:,}.</source>
        <translation>画像{all:,}枚の結果：両方正解{both:,}枚、ありだけ正解{first:,}枚、なしだけ正解{second:,}枚、両方不正解{none:,}枚。</translation>
    </message>
    <message>
        <source>Of {count:,} numbers only their mean goes further: the picture gets smaller and calmer.</source>
        <translation>{count:,}個の数から、平均だけが先へ進みます。画像は小さく、なめらかになります。</translation>
    </message>
    <message>
        <source>Of {count} test pictures that training never saw, it named {right} right.</source>
        <translation>学習に使っていないテスト用の画像{count}枚のうち、{right}枚に正解しました。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Off: the photo as it is</source>
        <translation>オフ：写真をそのまま表示します</translation>
    </message>
    <message>
        <source>Off: the photo as it is (Enter)</source>
        <translation>オフ：写真をそのまま表示（Enter）</translation>
    </message>
    <message>
        <source>On plateau</source>
        <translation>停滞時に半減</translation>
    </message>
    <message>
        <source>On {pictures}, {accuracy} could be anything from {low} to {high}.</source>
        <translation>{pictures}で測った{accuracy}という値は、実際には{low}〜{high}のどこかと考えられます。</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>1エポック</translation>
    </message>
    <message>
        <source>One epoch: every training picture was seen once.</source>
        <translation>1エポックで、学習用のすべての画像を1回ずつ見ます。</translation>
    </message>
    <message>
        <source>One moment: the weights come with the next batch.</source>
        <translation>お待ちください。重みは次のバッチとともに届きます。</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>お待ちください…</translation>
    </message>
    <message>
        <source>One number back</source>
        <translation>1つ前の数</translation>
    </message>
    <message>
        <source>One number on</source>
        <translation>1つ次の数</translation>
    </message>
    <message>
        <source>One of the two classes is probably wrong, and the network learns to mix them up.</source>
        <translation>おそらく片方のクラスが間違いで、ネットワークが2つを混同するようになります。</translation>
    </message>
    <message>
        <source>One or many, anywhere on this window. Ctrl+V pastes a copied picture.</source>
        <translation>1枚でも何枚でも、ウィンドウのどこにでもどうぞ。コピーした画像はCtrl+Vで貼り付けられます。</translation>
    </message>
    <message>
        <source>One pass through all training pictures, in a new order each time.</source>
        <translation>学習用のすべての画像をひととおり見ることです。順番は毎回変わります。</translation>
    </message>
    <message>
        <source>One picture, two answers</source>
        <translation>1枚の画像、2つの答え</translation>
    </message>
    <message>
        <source>One step for all weights, with momentum. Slower, often steadier.</source>
        <translation>すべての重みを同じ学習率で更新します（モメンタムつき）。時間はかかりますが、安定しやすい方法です。</translation>
    </message>
    <message>
        <source>One subfolder for each thing to recognise.</source>
        <translation>見分けたいものごとに、サブフォルダを1つ作ります。</translation>
    </message>
    <message>
        <source>Only the running epoch is lost; the network of the last whole epoch is kept, and that of the best.</source>
        <translation>失われるのは途中のエポックだけです。最後に終わったエポックと最良のエポックのネットワークは残ります。</translation>
    </message>
    <message>
        <source>Only training pictures are varied. Validation and test pictures stay as they are.</source>
        <translation>変化させるのは学習用の画像だけです。検証用とテスト用の画像は元のままです。</translation>
    </message>
    <message>
        <source>Only {free} are free on the disk. Delete what is not needed there.</source>
        <translation>ディスクの空きが{free}しかありません。不要なものを削除してください。</translation>
    </message>
    <message>
        <source>Only {free} of memory are free now. Close other programs, or take a smaller batch.</source>
        <translation>メモリの空きが{free}しかありません。ほかのプログラムを閉じるか、バッチサイズを小さくしてください。</translation>
    </message>
    <message>
        <source>Only {name} right</source>
        <translation>{name}だけ正解</translation>
    </message>
    <message>
        <source>Only “random” takes bounds, not “{text}”.</source>
        <translation>項目を指定できるのは「random」だけです（指定：「{text}」）。</translation>
    </message>
    <message>
        <source>Open a folder of pictures</source>
        <translation>画像のフォルダを開く</translation>
    </message>
    <message>
        <source>Open a model or an earlier run</source>
        <translation>モデルか以前の学習を開く</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>モデルを開く…</translation>
    </message>
    <message>
        <source>Open an earlier run…</source>
        <translation>以前の学習を開く…</translation>
    </message>
    <message>
        <source>Open another</source>
        <translation>別のものを開く</translation>
    </message>
    <message>
        <source>Open best.keras in that folder instead.</source>
        <translation>代わりに、そのフォルダのbest.kerasを開いてください。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダを開く</translation>
    </message>
    <message>
        <source>Open folder: {name}</source>
        <translation>フォルダを開く：{name}</translation>
    </message>
    <message>
        <source>Open it in your file manager.</source>
        <translation>ファイルマネージャーで開いてください。</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>フォルダを開く</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>モデルを開く</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>画像を開く</translation>
    </message>
    <message>
        <source>Open pictures first, then watch it learn.</source>
        <translation>まず画像を開いてください。学習の様子を見られます。</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>実行を開く</translation>
    </message>
    <message>
        <source>Open the pictures again: it is filled anew.</source>
        <translation>画像を開き直してください。キャッシュは作り直されます。</translation>
    </message>
    <message>
        <source>Open the pictures of this run first, on the Pictures page.</source>
        <translation>まず画像のページで、この学習の画像を開いてください。</translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open them to exclude or move some.</source>
        <translation>開くと、除外や移動ができます。</translation>
    </message>
    <message>
        <source>Open these pictures first: “{name}”.</source>
        <translation>先にこの画像を開いてください：「{name}」</translation>
    </message>
    <message>
        <source>Open {path}</source>
        <translation>{path}を開く</translation>
    </message>
    <message>
        <source>Opening the network. Photos stay on this computer.</source>
        <translation>ネットワークを開いています。写真はこのパソコンの外に出ません。</translation>
    </message>
    <message>
        <source>Opens all of this list</source>
        <translation>この一覧をすべて表示します</translation>
    </message>
    <message>
        <source>Opens it large (Enter), with what the network said and what it looked most like</source>
        <translation>大きく表示し、ネットワークの答えと最も似ていた画像を見ます（Enter）</translation>
    </message>
    <message>
        <source>Opens large</source>
        <translation>大きく表示します</translation>
    </message>
    <message>
        <source>Opens large (Enter)</source>
        <translation>大きく表示します（Enter）</translation>
    </message>
    <message>
        <source>Opens the pictures concerned</source>
        <translation>該当する画像を表示します</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>最適化手法</translation>
    </message>
    <message>
        <source>Optimizer, schedule, seed</source>
        <translation>最適化手法、スケジュール、シード</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>並び順</translation>
    </message>
    <message>
        <source>Order of the classes: {order}</source>
        <translation>クラスの並び順：{order}</translation>
    </message>
    <message>
        <source>Other masks</source>
        <translation>別のマスク</translation>
    </message>
    <message>
        <source>Other pictures are open. Open those of this run first, on the Pictures page.</source>
        <translation>別の画像を開いています。まず画像のページで、この学習の画像を開いてください。</translation>
    </message>
    <message>
        <source>Other pictures of the same kind would give another number. In 95 of 100 such tests the true one lies within the range (Wilson&apos;s interval). The more pictures, the narrower it is.</source>
        <translation>同じような別の画像で測れば、値は変わります。このようなテストを100回すれば、95回は真の値がこの範囲に入ります（ウィルソンの信頼区間）。画像が多いほど、範囲は狭くなります。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Output: what this layer makes of the picture. Filters: the small patterns that it looks for.</source>
        <translation>出力：この層が画像から作るもの。フィルタ：この層が探す小さなパターン。</translation>
    </message>
    <message>
        <source>Over-fitting</source>
        <translation>過学習</translation>
    </message>
    <message>
        <source>Over-fitting is learning pictures by heart. It shows when training accuracy goes on rising while validation accuracy stays behind.</source>
        <translation>過学習とは、画像を丸暗記してしまうことです。学習の正解率が上がり続け、検証の正解率が取り残されることでわかります。</translation>
    </message>
    <message>
        <source>Over-fitting shows in a run</source>
        <translation>過学習は学習記録でわかります</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>過学習</translation>
    </message>
    <message>
        <source>Own scale</source>
        <translation>個別</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>余白</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメータ数</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>画像を貼り付ける</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>待つエポック数</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Pause after this batch (Space)</source>
        <translation>このバッチの後で一時停止します (Space)</translation>
    </message>
    <message>
        <source>Pause and Stop are at the bottom of the window. While paused, the learning rate can be changed. A run that was stopped, or cut off by a crash, goes on from the Runs table where its last epoch ended.</source>
        <translation>「一時停止」と「停止」はウィンドウの下にあります。一時停止中は、学習率を変えられます。停止した学習や、異常終了で途切れた学習は、「学習記録」の表から、最後に終わったエポックの続きを学習できます。</translation>
    </message>
    <message>
        <source>Pause, and go on</source>
        <translation>一時停止と再開</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Photos that you add are copied into “{folder}” from now on.</source>
        <translation>これから追加する写真は、「{folder}」にコピーされます。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Picture and layers</source>
        <translation>画像と層</translation>
    </message>
    <message>
        <source>Picture files</source>
        <translation>画像ファイル</translation>
    </message>
    <message>
        <source>Picture of the layer (PNG)…</source>
        <translation>層の画像 (PNG)…</translation>
    </message>
    <message>
        <source>Picture of the plots (PNG)…</source>
        <translation>グラフの画像 (PNG)…</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Pictures and versions</source>
        <translation>画像とバージョン</translation>
    </message>
    <message>
        <source>Pictures are number × height × width × 3 (or 1 for grey, or 4 with transparency).</source>
        <translation>画像の配列の形は、枚数 × 高さ × 幅 × 3です（白黒なら1、透明度つきなら4）。</translation>
    </message>
    <message>
        <source>Pictures are still being read.</source>
        <translation>画像を読み込んでいる途中です。</translation>
    </message>
    <message>
        <source>Pictures are trained on at {size} × {size}.</source>
        <translation>画像は{size} × {size}で学習されます。</translation>
    </message>
    <message>
        <source>Pictures of a small class count more in the loss, so that every class has the same say however many pictures it has. Kept with the pictures: some must be open.</source>
        <translation>小さなクラスの画像ほど、損失で重く数えます。画像の枚数が違っても、どのクラスも同じように学習されます。画像とともに保存されるので、画像を開いているときに変えられます。</translation>
    </message>
    <message>
        <source>Pictures of this file may be turned or mirrored copies of one another</source>
        <translation>回転や左右反転で増やした画像を含む可能性あり</translation>
    </message>
    <message>
        <source>Pictures of which part</source>
        <translation>どの区分の画像か</translation>
    </message>
    <message>
        <source>Pictures that are further from all training pictures than nearly all validation pictures are, as the network&apos;s last layer sees them.</source>
        <translation>ネットワークの最後の層から見て、検証用の画像のほとんどよりも、学習用のどの画像からも遠い画像です。</translation>
    </message>
    <message>
        <source>Pictures: {folder}</source>
        <translation>画像：{folder}</translation>
    </message>
    <message>
        <source>Pixels on each side</source>
        <translation>1辺のピクセル数</translation>
    </message>
    <message>
        <source>Plot options</source>
        <translation>グラフの表示</translation>
    </message>
    <message>
        <source>Point at a cell to read it, click it for its pictures.</source>
        <translation>マスを指すと読め、クリックすると画像が見られます。</translation>
    </message>
    <message>
        <source>Point at a curve to read its values, drag over it to look closer, and tick earlier runs to lay their curves over it and see what was set differently.</source>
        <translation>曲線を指すと値が読め、ドラッグすると拡大されます。以前の学習にチェックを入れると、曲線が重なり、設定の違いがわかります。</translation>
    </message>
    <message>
        <source>Point at a place, or walk with the arrow keys, to read how strong it is.</source>
        <translation>場所を指すか矢印キーで動くと、その強さが読めます。</translation>
    </message>
    <message>
        <source>Point at a value to read it.</source>
        <translation>値を指すと、数が読めます。</translation>
    </message>
    <message>
        <source>Point at a weight to read it.</source>
        <translation>重みを指すと、数が読めます。</translation>
    </message>
    <message>
        <source>Point at the plot, or walk with ← and →, to read its values. To look closer, drag across it, or turn the wheel with Ctrl (or +, −; 0 shows the whole run).</source>
        <translation>グラフを指すか、←と→で動くと、値が読めます。グラフをドラッグするか、Ctrlとホイール、+、−で拡大・縮小します（0：全体）。</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>プーリング</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>適合率</translation>
    </message>
    <message>
        <source>Precision: how many of the answers with this name were right. Recall: how many of the class&apos;s pictures were found. F1 is the harmonic mean of both.</source>
        <translation>適合率：そのクラス名の答えのうち、正しかった割合。再現率：そのクラスの画像のうち、見つけられた割合。F1値：2つの調和平均。</translation>
    </message>
    <message>
        <source>Precision: of the pictures that the network called by this name, how many are that.</source>
        <translation>適合率：ネットワークがこのクラスと答えた画像のうち、本当にそうだった割合です。</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>Press to sort, again to turn round, a third time for the newest first</source>
        <translation>押すと並べ替え、もう一度で逆順、3度目で新しい順に戻ります</translation>
    </message>
    <message>
        <source>Press to sort, again to turn round, a third time for the order of the classes</source>
        <translation>押すと並べ替え、もう一度で逆順、3度目でクラスの順に戻ります</translation>
    </message>
    <message>
        <source>Press to sort, again to turn round, a third time for the order of the photos</source>
        <translation>押すと並べ替え、もう一度で逆順、3度目で写真の順に戻ります</translation>
    </message>
    <message>
        <source>Press “Start training”. The defaults are good to begin with. “Find…” tries learning rates on a few batches, “Measure” says how long an epoch will take.</source>
        <translation>「学習を始める」を押します。最初は初期設定のままで十分です。「探す…」は数バッチで学習率を試し、「計測」は1エポックの所要時間を見積もります。</translation>
    </message>
    <message>
        <source>Previous picture of the folder</source>
        <translation>フォルダの前の画像</translation>
    </message>
    <message>
        <source>Products that count most</source>
        <translation>影響の大きい積</translation>
    </message>
    <message>
        <source>Put some into the train folder, or take the class out of the other folders.</source>
        <translation>trainフォルダに画像を入れるか、ほかのフォルダからこのクラスを外してください。</translation>
    </message>
    <message>
        <source>Put the folder back to go on with it, or train anew.</source>
        <translation>続けるには、フォルダを元に戻してください。新しく学習することもできます。</translation>
    </message>
    <message>
        <source>Put them back as they were to go on with it, or train anew.</source>
        <translation>続けるには、画像を元に戻してください。新しく学習することもできます。</translation>
    </message>
    <message>
        <source>Puts it into the settings of the next training</source>
        <translation>次の学習の設定に入れます</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>ランダム</translation>
    </message>
    <message>
        <source>Random each epoch</source>
        <translation>毎回ランダム</translation>
    </message>
    <message>
        <source>Random variation has no bound “{name}”.</source>
        <translation>randomに「{name}」という項目はありません。</translation>
    </message>
    <message>
        <source>Rate changed by hand</source>
        <translation>学習率を手動で変更</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>ReLU keeps what is above zero and turns the rest into zero: only what was found goes on.</source>
        <translation>ReLUは、0より大きい値はそのまま、ほかは0にします。見つけたものだけが先へ進みます。</translation>
    </message>
    <message>
        <source>Read the curves epoch by epoch, once Tab has led to a plot</source>
        <translation>曲線を1エポックずつ読む（Tabでグラフに移ってから）</translation>
    </message>
    <message>
        <source>Read “Health” before you train: what is wrong with the pictures, what would follow from it, and a button that mends it. Every mend can be undone; your files are only read, never changed.</source>
        <translation>学習の前に「画像の点検」を見ます。画像の問題点と、放置するとどうなるかがわかり、ボタン1つで対処できます。対処はいつでも元に戻せます。ファイルは読むだけで、変更しません。</translation>
    </message>
    <message>
        <source>Reading the file is not allowed.</source>
        <translation>このファイルを読む権限がありません。</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>再現率</translation>
    </message>
    <message>
        <source>Recall: of the pictures of this class, how many the network recognised.</source>
        <translation>再現率：このクラスの画像のうち、ネットワークが正しく答えた割合です。</translation>
    </message>
    <message>
        <source>Received: {cell}.</source>
        <translation>受け取った指定：{cell}</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>最近開いたフォルダ</translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>受容野</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Reliability diagram</source>
        <translation>信頼性ダイアグラム</translation>
    </message>
    <message>
        <source>Reliability: {bins}</source>
        <translation>信頼性：{bins}</translation>
    </message>
    <message>
        <source>Remembered with the model: dropped photos are treated the same way.</source>
        <translation>モデルと一緒に記録され、分類のときの写真も同じ方法で扱います。</translation>
    </message>
    <message>
        <source>Rename the chosen class</source>
        <translation>クラス名を変更</translation>
    </message>
    <message>
        <source>Rename the chosen run</source>
        <translation>学習記録の名前を変更</translation>
    </message>
    <message>
        <source>Rename this run</source>
        <translation>この学習記録の名前を変更</translation>
    </message>
    <message>
        <source>Rename, merge or leave out</source>
        <translation>名前の変更、統合、除外</translation>
    </message>
    <message>
        <source>Renames this run (F2)</source>
        <translation>この学習記録の名前を変更します (F2)</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Replace them, then save it anew.</source>
        <translation>ほかの値に置き換えて、保存し直してください。</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>レポート…</translation>
    </message>
    <message>
        <source>Reproducible</source>
        <translation>完全な再現性</translation>
    </message>
    <message>
        <source>Rescaling</source>
        <translation>スケーリング</translation>
    </message>
    <message>
        <source>Rescaling brings pixels from 0–255 to about 0–1, a range that is easier to learn with.</source>
        <translation>スケーリングは、0〜255のピクセル値を、学習しやすい0〜1ほどの範囲に変えます。</translation>
    </message>
    <message>
        <source>Resize them to one size, then save them anew.</source>
        <translation>同じサイズにそろえて、保存し直してください。</translation>
    </message>
    <message>
        <source>Resize them to the size to train with, 100 × 100 for example.</source>
        <translation>学習に使うサイズ（100 × 100など）に変えてください。</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Results would look better than they are.</source>
        <translation>結果が実際よりよく見えてしまいます。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>Right answers on pictures that it does not learn from, at the last epoch.</source>
        <translation>最後のエポックで、学習に使わない画像に正しく答えた割合です。</translation>
    </message>
    <message>
        <source>Right answers on the pictures that it learns from, at the last epoch.</source>
        <translation>最後のエポックで、学習用の画像に正しく答えた割合です。</translation>
    </message>
    <message>
        <source>Right class in the top 3</source>
        <translation>上位3つに正解が入る割合</translation>
    </message>
    <message>
        <source>Right class in the top 3: {share}</source>
        <translation>上位3つに正解が入る割合: {share}</translation>
    </message>
    <message>
        <source>Right in the top 3</source>
        <translation>上位3つに正解</translation>
    </message>
    <message>
        <source>Room for kept epochs</source>
        <translation>保存するエポックの容量</translation>
    </message>
    <message>
        <source>Rotation ±</source>
        <translation>回転 ±</translation>
    </message>
    <message>
        <source>Row by row. All {channels:,} channels of a place come before the next place, so {others:,} other numbers stand between two neighbours here.</source>
        <translation>1行ずつ並べます。1つのマスの{channels:,}チャンネル分を並べてから次のマスへ進むので、ここで隣り合う2つの数の間には、ほかの数が{others:,}個入ります。</translation>
    </message>
    <message>
        <source>Row {row}, column {column}, channel {channel} became position {position:,}. The number itself stays the same: {value}.</source>
        <translation>行{row}、列{column}、チャンネル{channel}の数が、並びの{position:,}番になりました。数そのものは{value}のままです。</translation>
    </message>
    <message>
        <source>Run: {folder}</source>
        <translation>学習記録: {folder}</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>学習記録</translation>
    </message>
    <message>
        <source>Runs with the same fingerprints learned from the same pictures. Whoever wants to repeat this training takes these pictures, this seed, the settings above and these versions.</source>
        <translation>指紋が同じなら、同じ画像で学習しています。この学習を再現するには、同じ画像、シード、上の設定、バージョンを使ってください。</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>モメンタムSGD</translation>
    </message>
    <message>
        <source>Same bits on every run</source>
        <translation>完全な再現性</translation>
    </message>
    <message>
        <source>Sample creatures</source>
        <translation>サンプルの生き物</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>名前を付けて保存</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSVで保存…</translation>
    </message>
    <message>
        <source>Save as arrays (.npy)…</source>
        <translation>配列として保存 (.npy)…</translation>
    </message>
    <message>
        <source>Save as arrays, where added photos are kept, undo</source>
        <translation>配列として保存、追加した写真の保存先、元に戻す</translation>
    </message>
    <message>
        <source>Save as the tutorial keeps its pictures</source>
        <translation>チュートリアルの形式で保存</translation>
    </message>
    <message>
        <source>Save each of the four as an array of numbers.</source>
        <translation>4つとも、数値の配列として保存してください。</translation>
    </message>
    <message>
        <source>Save fewer or smaller pictures.</source>
        <translation>画像を減らすか小さくして、保存してください。</translation>
    </message>
    <message>
        <source>Save it anew with numpy.savez.</source>
        <translation>numpy.savezで保存し直してください。</translation>
    </message>
    <message>
        <source>Save it in C’s order: numpy.ascontiguousarray.</source>
        <translation>numpy.ascontiguousarrayでC順にしてから保存してください。</translation>
    </message>
    <message>
        <source>Save it without one.</source>
        <translation>パスワードなしで保存してください。</translation>
    </message>
    <message>
        <source>Save the answers</source>
        <translation>答えを保存</translation>
    </message>
    <message>
        <source>Save the pictures and labels as NumPy arrays, each of one shape.</source>
        <translation>画像とラベルを、それぞれ形のそろったNumPy配列として保存してください。</translation>
    </message>
    <message>
        <source>Save the pictures as numbers from 0 to 255 (dtype uint8).</source>
        <translation>画像を0から255の数（dtype uint8）で保存してください。</translation>
    </message>
    <message>
        <source>Save the pictures as one array of numbers, not as a list of arrays.</source>
        <translation>画像は、配列のリストではなく、1つの数値の配列として保存してください。</translation>
    </message>
    <message>
        <source>Save the plots as a drawing</source>
        <translation>グラフをベクター画像として保存</translation>
    </message>
    <message>
        <source>Save the plots as a picture</source>
        <translation>グラフを画像として保存</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>レポートを保存</translation>
    </message>
    <message>
        <source>Save the values as a table</source>
        <translation>値を表として保存</translation>
    </message>
    <message>
        <source>Save them as numbers from 0 to 255, or from 0 to 1.</source>
        <translation>0から255、または0から1の数で保存してください。</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>{name}として保存しました。</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>「{name}」として保存しました。</translation>
    </message>
    <message>
        <source>Say how many epochs it shall have in all: more than {done}.</source>
        <translation>合計のエポック数を、{done}より大きい数で指定してください。</translation>
    </message>
    <message>
        <source>Say what it is: a copy of the photo is added to that class of the open pictures</source>
        <translation>正しいクラスを選ぶと、開いている画像のそのクラスに写真のコピーが加わります</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>Schedule of the rate</source>
        <translation>学習率スケジュール</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>2番目</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>別の方法で確認</translation>
    </message>
    <message>
        <source>See its pictures</source>
        <translation>画像を見る</translation>
    </message>
    <message>
        <source>See results</source>
        <translation>結果を見る</translation>
    </message>
    <message>
        <source>See what every layer makes of this photo</source>
        <translation>この写真から各層が何を作るかを見ます</translation>
    </message>
    <message>
        <source>See what every layer makes of this picture</source>
        <translation>この画像から各層が何を作るかを見ます</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Sets a random part of the values to 0 while training (25 % or 50 %), so that nothing relies on a single one. Off when it answers.</source>
        <translation>学習中、値の一部（25 % または 50 %）をランダムに0にして、1つの値に頼りすぎないようにします。答えるときは働きません。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>設定ファイル</translation>
    </message>
    <message>
        <source>Settings that a default answers</source>
        <translation>通常は変えなくてよい設定です</translation>
    </message>
    <message>
        <source>Settings, curves, numbers and mistakes as one page: HTML or PDF</source>
        <translation>設定、曲線、成績、間違いを1つのページにまとめます（HTMLまたはPDF）</translation>
    </message>
    <message>
        <source>Several folders at once are no collection yet.</source>
        <translation>複数のフォルダをまとめて開くことはできません。</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>Share anew</source>
        <translation>分割し直す</translation>
    </message>
    <message>
        <source>Share of right answers on pictures that are not learned from, after the last whole epoch.</source>
        <translation>直前のエポックの終わりに、学習に使わない画像で測った正解の割合です。</translation>
    </message>
    <message>
        <source>Share the pictures out by shares and seed instead</source>
        <translation>割合とシードで画像を分け直します</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>Shares as the network gives them</source>
        <translation>ネットワークが出したままの割合</translation>
    </message>
    <message>
        <source>Shares by class</source>
        <translation>クラスごとの割合</translation>
    </message>
    <message>
        <source>Shares divided out by the temperature: what Classify shows</source>
        <translation>温度で調整した割合（分類のページで使う値）</translation>
    </message>
    <message>
        <source>Shares, seed, near-identical pictures</source>
        <translation>割合、シード、ほぼ同じ画像の扱い</translation>
    </message>
    <message>
        <source>Shift ±</source>
        <translation>移動 ±</translation>
    </message>
    <message>
        <source>Shifted by beta, {beta}, that becomes {value}.</source>
        <translation>それにbeta（{beta}）を足すと、{value}になります。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>見る</translation>
    </message>
    <message>
        <source>Show Nakami what to tell apart. Nothing leaves this computer.</source>
        <translation>見分けたいものをNakamiに見せます。データがこのパソコンの外に出ることはありません。</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>少なく表示</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>フォルダを表示</translation>
    </message>
    <message>
        <source>Show on the photo</source>
        <translation>写真で見る</translation>
    </message>
    <message>
        <source>Show the network a picture</source>
        <translation>ネットワークに画像を見せましょう</translation>
    </message>
    <message>
        <source>Show the whole run again (0, or a double-click on the plot)</source>
        <translation>学習の全体に戻ります（0、またはグラフをダブルクリック）</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>画像を見る</translation>
    </message>
    <message>
        <source>Show them: {caption}, {count:,}</source>
        <translation>画像を見る：{caption}、{count:,}枚</translation>
    </message>
    <message>
        <source>Show this run&apos;s folder</source>
        <translation>この学習記録のフォルダを表示</translation>
    </message>
    <message>
        <source>Show which parts of the photo speak for the answer</source>
        <translation>写真のどこが答えの手がかりかを示します</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>ほかに{count}件を表示</translation>
    </message>
    <message>
        <source>Show “{name}”</source>
        <translation>「{name}」を表示</translation>
    </message>
    <message>
        <source>Shows after each epoch how it does on new pictures. Taken from training.</source>
        <translation>新しい画像での成績を、エポックごとに確かめます。学習用から取り分けます。</translation>
    </message>
    <message>
        <source>Shows all of {row}</source>
        <translation>すべて表示します：{row}</translation>
    </message>
    <message>
        <source>Shows it in the system&apos;s file manager</source>
        <translation>システムのファイルマネージャーで開きます</translation>
    </message>
    <message>
        <source>Shows its folder in the file manager</source>
        <translation>この画像のフォルダをファイルマネージャーで開きます</translation>
    </message>
    <message>
        <source>Shows where the last pictures of the network spoke for a class, laid over the photo.</source>
        <translation>ネットワークの最後の画像で、あるクラスの手がかりになった場所を、写真に重ねて示します。</translation>
    </message>
    <message>
        <source>Shows which parts of the photo speak for the answer.</source>
        <translation>答えの手がかりの場所を示します。</translation>
    </message>
    <message>
        <source>Six kinds of creatures, 360 drawn pictures, ready in two seconds.</source>
        <translation>6種類の生き物を描いた360枚の画像が、2秒で用意できます。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Slide the filter</source>
        <translation>フィルタをすべらせる</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>小さく</translation>
    </message>
    <message>
        <source>Smaller pictures (−, or Ctrl and the wheel; 0: all)</source>
        <translation>画像を小さくします（−、またはCtrlとホイール。0：すべて）</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>So it becomes {value}.</source>
        <translation>その結果、{value}になります。</translation>
    </message>
    <message>
        <source>So many epochs in a row may bring no lower validation loss before the training ends.</source>
        <translation>検証損失の最小値を更新しないエポックがこの数だけ続くと、学習を終えます。</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>ソフトマックス（Softmax）</translation>
    </message>
    <message>
        <source>Softmax turns the scores into shares of 100 %: how much the network believes in each class.</source>
        <translation>ソフトマックスは、得点を合計 100 % の割合に変えます。ネットワークが各クラスをどれだけ信じるかです。</translation>
    </message>
    <message>
        <source>Softmax turns {count:,} scores into shares of one whole.</source>
        <translation>ソフトマックスは、{count:,}個の得点を、全体に占める割合に変えます。</translation>
    </message>
    <message>
        <source>Something else is being trained now.</source>
        <translation>今は別の学習が進行中です。</translation>
    </message>
    <message>
        <source>Something unforeseen happened: {error}</source>
        <translation>予期しないことが起きました：{error}</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>並べ替え</translation>
    </message>
    <message>
        <source>Sort copies into folders…</source>
        <translation>コピーをフォルダに分ける…</translation>
    </message>
    <message>
        <source>Space lays its curves over those in the plots.</source>
        <translation>Spaceで、グラフにこの曲線を重ねます。</translation>
    </message>
    <message>
        <source>Space ticks a run, Enter looks inside it, F2 renames it, Delete deletes it.</source>
        <translation>Spaceでチェック、Enterで中身を表示、F2で名前を変更、Deleteで削除。</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Split apart</source>
        <translation>統合を解除</translation>
    </message>
    <message>
        <source>Split as in</source>
        <translation>分割の引き継ぎ元</translation>
    </message>
    <message>
        <source>Split as in “{name}”.</source>
        <translation>「{name}」と同じ分割にしました。</translation>
    </message>
    <message>
        <source>Split, Size and Variations say how pictures are shared out, made square and varied for training. The defaults are good to begin with.</source>
        <translation>「分割」「サイズ」「データ拡張」では、画像の分け方、正方形にする方法、学習での変化の付け方を決めます。最初は初期設定のままで十分です。</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>もう一度調べる</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>学習を始める</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Stay on this computer. Nothing is sent anywhere.</source>
        <translation>このパソコンの中だけで扱います。どこにも送信しません。</translation>
    </message>
    <message>
        <source>Steps back to the photo</source>
        <translation>写真までさかのぼる段階</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop after this batch; asks first (Esc)</source>
        <translation>このバッチの後で停止します。先に確認します (Esc)</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止して閉じる</translation>
    </message>
    <message>
        <source>Stop and use epoch {epoch}</source>
        <translation>停止してエポック{epoch}を使う</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>早期終了</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>先に停止してください。</translation>
    </message>
    <message>
        <source>Stop it, or wait until it has ended, then add photos.</source>
        <translation>停止するか終わるまで待ってから、写真を追加してください。</translation>
    </message>
    <message>
        <source>Stop it, or wait until it has ended, then go on.</source>
        <translation>停止するか終わるまで待ってから、続けてください。</translation>
    </message>
    <message>
        <source>Stop it, or wait until it has ended, then open other pictures.</source>
        <translation>停止するか終わるまで待ってから、別の画像を開いてください。</translation>
    </message>
    <message>
        <source>Stop it, or wait until it has ended.</source>
        <translation>停止するか、終わるまでお待ちください。</translation>
    </message>
    <message>
        <source>Stop the training and close?</source>
        <translation>学習を停止して閉じますか？</translation>
    </message>
    <message>
        <source>Stop the training?</source>
        <translation>学習を停止しますか？</translation>
    </message>
    <message>
        <source>Stop training</source>
        <translation>学習を停止</translation>
    </message>
    <message>
        <source>Stop; asks first</source>
        <translation>停止（確認あり）</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped before the end. You can still choose a rate where the loss falls.</source>
        <translation>途中で停止しました。損失が下がっているところの学習率を選べます。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>停止しました。</translation>
    </message>
    <message>
        <source>Stopped. It can go on: train --resume “{folder}”</source>
        <translation>停止しました。続きから学習できます：train --resume 「{folder}」</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止処理中</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>伸縮</translation>
    </message>
    <message>
        <source>Stretched by gamma, {gamma}, and shifted by beta, {beta}, that becomes {value}.</source>
        <translation>それにgamma（{gamma}）を掛け、beta（{beta}）を足すと、{value}になります。</translation>
    </message>
    <message>
        <source>Stretched by gamma, {gamma}, that becomes {value}.</source>
        <translation>それにgamma（{gamma}）を掛けると、{value}になります。</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translation>確信度の高い順</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>Take along what you see of this layer</source>
        <translation>この層の表示内容をファイルに保存します</translation>
    </message>
    <message>
        <source>Take back what was done about the selected pictures</source>
        <translation>選んだ画像への変更を元に戻します</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>除外を解除</translation>
    </message>
    <message>
        <source>Take it in again</source>
        <translation>除外を解除</translation>
    </message>
    <message>
        <source>Take that back</source>
        <translation>この変更を元に戻します</translation>
    </message>
    <message>
        <source>Take the curves along</source>
        <translation>曲線をファイルに保存します</translation>
    </message>
    <message>
        <source>Take them in again</source>
        <translation>除外を解除</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>元に戻しました：{what}</translation>
    </message>
    <message>
        <source>Takes some seconds: the network is asked once for each place.</source>
        <translation>数秒かかります。場所ごとに1回ずつネットワークに尋ねます。</translation>
    </message>
    <message>
        <source>Telling apart takes at least two classes with pictures</source>
        <translation>見分けるには、画像のあるクラスが2つ以上必要です</translation>
    </message>
    <message>
        <source>Telling apart takes at least two: training cannot start. Take one in again, or add a class.</source>
        <translation>見分けるには2つ以上必要なため、学習を始められません。除外を解除するか、クラスを追加してください。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>TensorFlow stopped the training: {reason}</source>
        <translation>TensorFlowが学習を停止しました：{reason}</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Test Accuracy: {accuracy}</source>
        <translation>Test Accuracy: {accuracy}</translation>
    </message>
    <message>
        <source>Test Loss: {loss}</source>
        <translation>Test Loss: {loss}</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>テスト正解率</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>テスト損失</translation>
    </message>
    <message>
        <source>That is the score of {name}.</source>
        <translation>これが「{name}」の得点です。</translation>
    </message>
    <message>
        <source>That takes about as long as the other run did: {time}.</source>
        <translation>もう一方の学習と同じくらい、約{time}かかります。</translation>
    </message>
    <message>
        <source>The activation function that makes every negative number 0 and leaves the others.</source>
        <translation>負の数を0にし、それ以外はそのまま通す活性化関数です。</translation>
    </message>
    <message>
        <source>The answers cannot be saved as {path}.</source>
        <translation>答えを{path}に保存できません。</translation>
    </message>
    <message>
        <source>The arrays cannot be saved to {file}.</source>
        <translation>配列を{file}に保存できません。</translation>
    </message>
    <message>
        <source>The arrays take {needed}, and {free} are free in {folder}.</source>
        <translation>配列の保存に{needed}必要ですが、{folder}の空きは{free}です。</translation>
    </message>
    <message>
        <source>The arrays would take {needed}, and files of more than {limit} are not opened again.</source>
        <translation>配列の大きさが{needed}になります。{limit}を超えるファイルは開けません。</translation>
    </message>
    <message>
        <source>The bars show how the network shares 100 % out among the classes. The longest is its answer.</source>
        <translation>棒は、ネットワークが 100 % を各クラスにどう割り振ったかを示します。最も長い棒が答えです。</translation>
    </message>
    <message>
        <source>The bound “mirror” must be yes or no, not “{value}”.</source>
        <translation>mirrorの値はyesかnoです（指定：「{value}」）。</translation>
    </message>
    <message>
        <source>The bound “{name}” is given twice.</source>
        <translation>項目「{name}」が2回指定されています。</translation>
    </message>
    <message>
        <source>The bound “{name}” must be a number, not “{value}”.</source>
        <translation>項目「{name}」の値は数にしてください（指定：「{value}」）。</translation>
    </message>
    <message>
        <source>The cache holds decoded pixels and may be deleted: it is filled again from your pictures.</source>
        <translation>キャッシュには展開済みのピクセルが入っています。削除しても、元の画像から作り直されます。</translation>
    </message>
    <message>
        <source>The cache of decoded pictures cannot be read.</source>
        <translation>展開済みの画像のキャッシュを読めません。</translation>
    </message>
    <message>
        <source>The cache of decoded pictures was cut off while it was in use.</source>
        <translation>使用中に、展開済みの画像のキャッシュが途中で切れました。</translation>
    </message>
    <message>
        <source>The changes to the pictures cannot be kept in {file}.</source>
        <translation>画像に加えた変更を{file}に保存できません。</translation>
    </message>
    <message>
        <source>The channels of several layers stand one behind the other. This is channel {channel} of {source}.</source>
        <translation>複数の層のチャンネルを順につなげたものです。ここは{source}のチャンネル{channel}です。</translation>
    </message>
    <message>
        <source>The chosen pictures are not used (Delete). The files stay as they are.</source>
        <translation>選んだ画像を使わないようにします (Delete)。ファイルはそのままです。</translation>
    </message>
    <message>
        <source>The chosen pictures are used again</source>
        <translation>選んだ画像を再び使います</translation>
    </message>
    <message>
        <source>The class that the folder of this picture names</source>
        <translation>この画像のフォルダ名が示すクラスです</translation>
    </message>
    <message>
        <source>The class with the most pictures that were taken for others comes first</source>
        <translation>ほかのクラスと間違えた画像が多いクラスから並べます</translation>
    </message>
    <message>
        <source>The class “{name}” has no training pictures, only others.</source>
        <translation>クラス「{name}」には学習用の画像がなく、検証用やテスト用しかありません。</translation>
    </message>
    <message>
        <source>The class “{name}” is left out</source>
        <translation>クラス「{name}」を除外中</translation>
    </message>
    <message>
        <source>The class “{name}” is there. Drop photos on its row.</source>
        <translation>クラス「{name}」を追加しました。その行に写真をドロップしてください。</translation>
    </message>
    <message>
        <source>The classes are numbered as in the table “Class by class”.</source>
        <translation>クラスの番号は「クラス別の成績」の表と同じです。</translation>
    </message>
    <message>
        <source>The classes of a folder are called as its subfolders are.</source>
        <translation>フォルダの場合は、サブフォルダの名前がクラス名になります。</translation>
    </message>
    <message>
        <source>The copies cannot go into {folder}: it lies within {source}.</source>
        <translation>コピー先の{folder}が、写真のフォルダ{source}の中にあります。</translation>
    </message>
    <message>
        <source>The copies so far stay.</source>
        <translation>ここまでのコピーは残っています。</translation>
    </message>
    <message>
        <source>The cosine between the numbers under the filter and the filter&apos;s own: 1 where the patch looks exactly like the filter, 0 where they have nothing in common, −1 where the patch is its opposite.</source>
        <translation>フィルタの下にある数とフィルタの数との、コサイン類似度です。パッチがフィルタとまったく同じ形なら1、共通点がなければ0、正反対なら−1です。</translation>
    </message>
    <message>
        <source>The creatures cannot be written to {folder}.</source>
        <translation>生き物の画像を{folder}に書き込めません。</translation>
    </message>
    <message>
        <source>The curve of exp, with a point for every class</source>
        <translation>expの曲線と、各クラスの点</translation>
    </message>
    <message>
        <source>The curves cannot be saved as {path}.</source>
        <translation>曲線を{path}に保存できません。</translation>
    </message>
    <message>
        <source>The decoded pictures cannot be kept in {folder}.</source>
        <translation>展開した画像を{folder}に保存できません。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>ディスクがいっぱいです。空き容量を増やしてから、もう一度試してください。</translation>
    </message>
    <message>
        <source>The disk is read-only. Choose another place with NAKAMI_HOME.</source>
        <translation>ディスクが読み取り専用です。NAKAMI_HOMEで別の場所を指定してください。</translation>
    </message>
    <message>
        <source>The environment variable NAKAMI_HOME moves all of it into one folder.</source>
        <translation>環境変数NAKAMI_HOMEで、すべてを1つのフォルダにまとめられます。</translation>
    </message>
    <message>
        <source>The epoch with the lowest validation loss. Its network is kept.</source>
        <translation>検証損失が最も低いエポックです。そのときのネットワークを保存します。</translation>
    </message>
    <message>
        <source>The expected calibration error: how far the points lie from the diagonal, on average over all answers. 0 % is perfect.</source>
        <translation>期待較正誤差（ECE）：点と対角線の隔たりを、すべての答えで平均したものです。0 % なら完璧です。</translation>
    </message>
    <message>
        <source>The faint curve: every batch by itself.</source>
        <translation>薄い色の曲線です。1バッチごとの値をそのまま示します。</translation>
    </message>
    <message>
        <source>The few pictures that are looked at before the network is adjusted once: 32 by default.</source>
        <translation>ネットワークを1回調整するまでに見る、ひとまとまりの画像です。初期値は32枚です。</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation>ファイルを読めません：{reason}。</translation>
    </message>
    <message>
        <source>The file has {size}: more than the {limit} that Nakami reads.</source>
        <translation>ファイルの大きさが{size}あります。Nakamiが読めるのは{limit}までです。</translation>
    </message>
    <message>
        <source>The file holds a HEIC photo: Nakami reads it once pillow-heif is installed (pip install pillow-heif).</source>
        <translation>中身はHEICの写真です。pillow-heifをインストールすると読み込めます（pip install pillow-heif）。</translation>
    </message>
    <message>
        <source>The file holds a JPEG XL picture, a kind that Nakami does not read.</source>
        <translation>中身はJPEG XLの画像です。Nakamiはこの形式に対応していません。</translation>
    </message>
    <message>
        <source>The file holds a WMF drawing, a kind that Nakami does not read.</source>
        <translation>中身はWMFの図です。Nakamiはこの形式に対応していません。</translation>
    </message>
    <message>
        <source>The file holds an EMF drawing, a kind that Nakami does not read.</source>
        <translation>中身はEMFの図です。Nakamiはこの形式に対応していません。</translation>
    </message>
    <message>
        <source>The file holds an EPS drawing, a kind that Nakami does not read.</source>
        <translation>中身はEPSの図です。Nakamiはこの形式に対応していません。</translation>
    </message>
    <message>
        <source>The file holds an SVG drawing, a kind that Nakami does not read.</source>
        <translation>中身はSVGの図です。Nakamiはこの形式に対応していません。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>ファイルが空です。</translation>
    </message>
    <message>
        <source>The file is not there: it was moved, or a link leads nowhere.</source>
        <translation>ファイルがありません。移動されたか、リンク先が存在しません。</translation>
    </message>
    <message>
        <source>The file names none. Name them in their rows, or with --class-names; the network answers with the names.</source>
        <translation>ファイルには名前がありません。行で名前を付けるか、--class-namesで指定してください。ネットワークはその名前で答えます。</translation>
    </message>
    <message>
        <source>The file&apos;s name is none that the system takes.</source>
        <translation>システムで扱えないファイル名です。</translation>
    </message>
    <message>
        <source>The files are the same to the last byte: such pictures count more than once.</source>
        <translation>ファイルの中身がまったく同じなので、同じ画像を何度も数えることになります。</translation>
    </message>
    <message>
        <source>The filters of an earlier epoch are kept for runs that were trained here.</source>
        <translation>以前のエポックのフィルタは、Nakamiで学習した場合だけ保存されています。</translation>
    </message>
    <message>
        <source>The first epoch that is kept comes when it is over.</source>
        <translation>最初のエポックが終わると、ここに保存されます。</translation>
    </message>
    <message>
        <source>The first look comes with the first batches…</source>
        <translation>最初のバッチとともに表示されます…</translation>
    </message>
    <message>
        <source>The first step: pixels from 0 to 255 are divided by 256, so that the numbers are below 1.</source>
        <translation>最初の処理です。0から255のピクセル値を256で割り、1より小さい数にします。</translation>
    </message>
    <message>
        <source>The folder is gone. Was it moved, or its disk removed?</source>
        <translation>フォルダがなくなりました。移動したか、ディスクを取り外しましたか？</translation>
    </message>
    <message>
        <source>The folder of a training on this computer</source>
        <translation>このパソコンで行った学習のフォルダ</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made.</source>
        <translation>フォルダ{folder}を作れません。</translation>
    </message>
    <message>
        <source>The folder {folder} is not empty.</source>
        <translation>フォルダ{folder}は空ではありません。</translation>
    </message>
    <message>
        <source>The folder “{folder}” is gone.</source>
        <translation>フォルダ「{folder}」がなくなりました。</translation>
    </message>
    <message>
        <source>The folders name training alone; {validation} of it goes to validation, {test} to test.</source>
        <translation>フォルダには学習用しかありません。その{validation}を検証用、{test}をテスト用に分けます。</translation>
    </message>
    <message>
        <source>The folders&apos; names</source>
        <translation>フォルダの名前です</translation>
    </message>
    <message>
        <source>The function as a curve</source>
        <translation>関数の曲線</translation>
    </message>
    <message>
        <source>The image size must be {smallest} to {largest} pixels for this network, not {received}.</source>
        <translation>このネットワークの画像サイズは{smallest}から{largest}ピクセルまでです（指定は{received}）。</translation>
    </message>
    <message>
        <source>The last check, once, on pictures that played no part in learning or in choosing: how well it does on new photos.</source>
        <translation>学習にも選択にも使わなかった画像で、最後に一度だけ行う確認です。新しい写真での実力がわかります。</translation>
    </message>
    <message>
        <source>The layers are: {names}.</source>
        <translation>層の名前：{names}。</translation>
    </message>
    <message>
        <source>The learning rate is probably too high, or the batches are too small. Try a third of the rate, or let a good one be found.</source>
        <translation>おそらく学習率が大きすぎるか、バッチサイズが小さすぎます。学習率を3分の1にするか、「探す…」でよい値を探してください。</translation>
    </message>
    <message>
        <source>The learning rate is too high. Train again with a tenth of it, or let a good one be found.</source>
        <translation>学習率が大きすぎます。10分の1でもう一度学習するか、「探す…」でよい値を探してください。</translation>
    </message>
    <message>
        <source>The learning rate must be above 0, not {value}.</source>
        <translation>学習率は0より大きい値にしてください（指定値：{value}）。</translation>
    </message>
    <message>
        <source>The learning rate stays as it is to the end.</source>
        <translation>学習率は最後まで変わりません。</translation>
    </message>
    <message>
        <source>The learning rate, {rate}, is too high for these pictures. Train again with a tenth of it, or let one be found on the Training page.</source>
        <translation>学習率{rate}は、これらの画像には大きすぎます。10分の1でもう一度学習するか、学習のページでよい値を探してください。</translation>
    </message>
    <message>
        <source>The list of your changes to the pictures, {file}, is broken.</source>
        <translation>画像への変更の一覧{file}が壊れています。</translation>
    </message>
    <message>
        <source>The list of your changes to “{name}” is broken: the pictures are as in their folder.</source>
        <translation>「{name}」への変更の一覧が壊れています。画像はフォルダのとおりに読み込まれます。</translation>
    </message>
    <message>
        <source>The list {file} cannot be read: {reason}.</source>
        <translation>一覧{file}を読めません：{reason}。</translation>
    </message>
    <message>
        <source>The list {file} leaves no picture to learn from: it names them all.</source>
        <translation>一覧{file}がすべての画像を挙げているため、学習する画像が残りません。</translation>
    </message>
    <message>
        <source>The list {file} names a picture that is not in the folder: {name}.</source>
        <translation>一覧{file}に、フォルダにない画像があります：{name}。</translation>
    </message>
    <message>
        <source>The list {file} names {count:,} pictures that are not in the folder; the first is {name}.</source>
        <translation>一覧{file}に、フォルダにない画像が{count:,}枚あります。最初は{name}です。</translation>
    </message>
    <message>
        <source>The logits are no numbers: training has run away.</source>
        <translation>ロジットが数になっていません。学習が発散しています。</translation>
    </message>
    <message>
        <source>The loss fell clearly at no rate. Larger batches make it less jumpy: set one and look again, or choose a rate in the plot.</source>
        <translation>損失がはっきり下がる学習率はありませんでした。バッチサイズを大きくすると、損失のばらつきが減ります。大きくしてもう一度探すか、グラフで学習率を選んでください。</translation>
    </message>
    <message>
        <source>The loss is lowest near {lowest}; larger rates throw it up. About a tenth of that is a good start: {rate}.</source>
        <translation>損失は{lowest}付近で最も低く、それより大きいと跳ね上がります。その約10分の1の{rate}が目安です。</translation>
    </message>
    <message>
        <source>The loss is not a number any more, since batch {batch} of epoch {epoch}.</source>
        <translation>エポック{epoch}のバッチ{batch}で損失が発散し、数値ではなくなりました。</translation>
    </message>
    <message>
        <source>The mean of these {count:,} numbers goes on: {sum} / {count:,} = {value}.</source>
        <translation>この{count:,}個の数の平均が先へ進みます。{sum} / {count:,} = {value}です。</translation>
    </message>
    <message>
        <source>The middle square; the edges are cut off.</source>
        <translation>中央を正方形に切り抜き、端を捨てます。</translation>
    </message>
    <message>
        <source>The name and note of “{name}” were not saved.</source>
        <translation>「{name}」の名前とメモを保存できませんでした。</translation>
    </message>
    <message>
        <source>The network does not know the class “{name}” of this folder.</source>
        <translation>ネットワークは、このフォルダのクラス「{name}」を知りません。</translation>
    </message>
    <message>
        <source>The network got none of these {count:,} pictures right.</source>
        <translation>この{count:,}枚に、正解はありませんでした。</translation>
    </message>
    <message>
        <source>The network is fairly sure.</source>
        <translation>ネットワークはかなり自信があります。</translation>
    </message>
    <message>
        <source>The network is looking at your picture.</source>
        <translation>ネットワークが画像を見ています。</translation>
    </message>
    <message>
        <source>The network is sure.</source>
        <translation>ネットワークは自信があります。</translation>
    </message>
    <message>
        <source>The network is told that the same picture is one thing and another: it can learn neither.</source>
        <translation>同じ画像に2つの正解が付いているため、どちらも正しく学習できません。</translation>
    </message>
    <message>
        <source>The network learns from these.</source>
        <translation>ネットワークはこれらの画像から学びます。</translation>
    </message>
    <message>
        <source>The network was asked about the pictures of a folder.</source>
        <translation>フォルダの画像で評価しています。</translation>
    </message>
    <message>
        <source>The network will not know it; on the disk nothing has changed.</source>
        <translation>ネットワークはこのクラスを学習しません。ディスク上のファイルは変わっていません。</translation>
    </message>
    <message>
        <source>The next cell</source>
        <translation>次のセル</translation>
    </message>
    <message>
        <source>The number at {before} stands at {now} now. The number itself stays the same: {value}.</source>
        <translation>{before}にあった数が、{now}に移りました。数そのものは{value}のままです。</translation>
    </message>
    <message>
        <source>The number for {part} is from {asked:,} of its {all:,} pictures, drawn at random.</source>
        <translation>{part}の値は、{all:,}枚からランダムに選んだ{asked:,}枚で測りました。</translation>
    </message>
    <message>
        <source>The one file in “{folder}” cannot be used. {reason}</source>
        <translation>「{folder}」にある唯一のファイルが使えません。{reason}</translation>
    </message>
    <message>
        <source>The order in which the classes stand</source>
        <translation>クラスの並び順を選びます</translation>
    </message>
    <message>
        <source>The output of {layer} has {axes} axes: name a number by an index for each.</source>
        <translation>{layer}の出力には軸が{axes}本あります。軸ごとに番号を指定してください。</translation>
    </message>
    <message>
        <source>The part of the photo that one number can see. The deeper the layer, the larger it is.</source>
        <translation>1つの数が見ている写真の範囲です。深い層ほど広くなります。</translation>
    </message>
    <message>
        <source>The photos cannot be copied into {folder}.</source>
        <translation>写真を{folder}にコピーできません。</translation>
    </message>
    <message>
        <source>The photos cannot be copied into {folder}. Copied so far: {count:,}.</source>
        <translation>写真を{folder}にコピーできません。ここまでに{count:,}枚をコピーしました。</translation>
    </message>
    <message>
        <source>The picture claims more than the {limit} megapixels that Nakami reads.</source>
        <translation>画像が大きすぎます。Nakamiが読めるのは{limit}メガピクセルまでです。</translation>
    </message>
    <message>
        <source>The picture claims {width:,} × {height:,} pixels: more than the {limit} megapixels that Nakami reads.</source>
        <translation>画像の大きさが{width:,} × {height:,}ピクセルあります。Nakamiが読めるのは{limit}メガピクセルまでです。</translation>
    </message>
    <message>
        <source>The picture has no pixels.</source>
        <translation>画像にピクセルがありません。</translation>
    </message>
    <message>
        <source>The picture has {width:,} × {height:,} pixels: this sort of {kind} takes long to decode, so Nakami reads up to {limit} megapixels of it; saved as JPEG or PNG, it may have more.</source>
        <translation>画像は{width:,} × {height:,}画素です。この種の{kind}は読み込みに時間がかかるため、{limit}メガピクセルまで読み込みます。JPEGやPNGで保存し直せば、より大きくても読み込めます。</translation>
    </message>
    <message>
        <source>The picture has {width:,} × {height:,} pixels: {kind} takes much memory to decode, so Nakami reads up to {limit} megapixels of it; saved as JPEG, it may have more.</source>
        <translation>画像は{width:,} × {height:,}画素です。{kind}は読み込みに多くのメモリを使うため、{limit}メガピクセルまで読み込みます。JPEGで保存し直せば、より大きくても読み込めます。</translation>
    </message>
    <message>
        <source>The picture is cut off: the file ends too early.</source>
        <translation>画像が途中で切れています。ファイルが早く終わりすぎています。</translation>
    </message>
    <message>
        <source>The picture is damaged: it begins like {kind}, but cannot be decoded.</source>
        <translation>画像が壊れています。先頭は{kind}のようですが、展開できません。</translation>
    </message>
    <message>
        <source>The picture is damaged: its data cannot be decoded.</source>
        <translation>画像が壊れています。データを展開できません。</translation>
    </message>
    <message>
        <source>The picture is damaged: its {kind} data cannot be decoded.</source>
        <translation>画像が壊れています。{kind}のデータを展開できません。</translation>
    </message>
    <message>
        <source>The picture is no ordinary JPEG: it is drawn in more than {most:,} passes, and decoding it would not end.</source>
        <translation>通常のJPEGではありません。{most:,}回を超えて描き重ねられており、読み込みが終わりません。</translation>
    </message>
    <message>
        <source>The picture needs more memory than there is free.</source>
        <translation>画像を開くためのメモリが足りません。</translation>
    </message>
    <message>
        <source>The pictures are no longer those that “{name}” was trained on.</source>
        <translation>画像が、「{name}」の学習に使ったときから変わっています。</translation>
    </message>
    <message>
        <source>The pictures are shared out anew.</source>
        <translation>画像は新しく分割されます。</translation>
    </message>
    <message>
        <source>The pictures are split anew.</source>
        <translation>画像を分割し直しました。</translation>
    </message>
    <message>
        <source>The pictures cannot be unpacked into {folder}.</source>
        <translation>画像を{folder}に展開できません。</translation>
    </message>
    <message>
        <source>The pictures changed while they were read.</source>
        <translation>読み込んでいる間に画像が変わりました。</translation>
    </message>
    <message>
        <source>The plots show this run.</source>
        <translation>グラフに表示中の学習です。</translation>
    </message>
    <message>
        <source>The program goes on. Please report the details.</source>
        <translation>プログラムは引き続き使えます。詳細をご報告ください。</translation>
    </message>
    <message>
        <source>The report cannot be written as {file}.</source>
        <translation>レポートを{file}に書き込めません。</translation>
    </message>
    <message>
        <source>The report is in {file}.</source>
        <translation>レポートを{file}に保存しました。</translation>
    </message>
    <message>
        <source>The results of another run, or of this one on other pictures</source>
        <translation>ほかの実行の結果、またはほかの画像での結果を表示します</translation>
    </message>
    <message>
        <source>The rows so far are saved.</source>
        <translation>ここまでの行は保存されています。</translation>
    </message>
    <message>
        <source>The run cannot be saved in {folder}.</source>
        <translation>学習記録を{folder}に保存できません。</translation>
    </message>
    <message>
        <source>The run has its 1 epoch already, and {epochs} are wanted.</source>
        <translation>この学習はすでに1エポック終わっていますが、{epochs}エポックが指定されています。</translation>
    </message>
    <message>
        <source>The run has its {done} epochs already, and {epochs} are wanted.</source>
        <translation>この学習はすでに{done}エポック終わっていますが、{epochs}エポックが指定されています。</translation>
    </message>
    <message>
        <source>The run has no such pictures, or they are gone.</source>
        <translation>この学習にはこの区分の画像がないか、画像がなくなっています。</translation>
    </message>
    <message>
        <source>The run is in {folder}.</source>
        <translation>学習記録は{folder}にあります。</translation>
    </message>
    <message>
        <source>The run needs {needed} on the disk, and {free} are free.</source>
        <translation>この学習にはディスクに{needed}必要ですが、空きは{free}です。</translation>
    </message>
    <message>
        <source>The run “{folder}” holds no network: best.keras and last.keras are not there.</source>
        <translation>学習記録「{folder}」にはネットワークがありません（best.kerasとlast.kerasが見つかりません）。</translation>
    </message>
    <message>
        <source>The run “{name}” cannot go on: its split.csv cannot be read ({reason}).</source>
        <translation>split.csvを読めないため、学習記録「{name}」を続けられません（{reason}）。</translation>
    </message>
    <message>
        <source>The run “{name}” cannot go on: its state is of another network.</source>
        <translation>保存された状態が別のネットワークのものなので、学習記録「{name}」を続けられません。</translation>
    </message>
    <message>
        <source>The run “{name}” cannot go on: its {file} is damaged.</source>
        <translation>{file}が壊れているため、学習記録「{name}」を続けられません。</translation>
    </message>
    <message>
        <source>The run “{name}” cannot go on: what it takes is not in its folder.</source>
        <translation>続きに必要なデータがフォルダにないため、学習記録「{name}」を続けられません。</translation>
    </message>
    <message>
        <source>The run “{name}” is being trained by another window or command.</source>
        <translation>学習記録「{name}」は、別のウィンドウかコマンドで学習中です。</translation>
    </message>
    <message>
        <source>The run “{name}” is gone: its folder is not there any more.</source>
        <translation>学習記録「{name}」のフォルダがなくなりました。</translation>
    </message>
    <message>
        <source>The run “{name}” kept no pictures for the test.</source>
        <translation>学習記録「{name}」には、テスト用の画像がありません。</translation>
    </message>
    <message>
        <source>The run “{name}” kept no pictures for validation.</source>
        <translation>学習記録「{name}」には、検証用の画像がありません。</translation>
    </message>
    <message>
        <source>The run&apos;s folder {folder} cannot be made.</source>
        <translation>学習記録のフォルダ{folder}を作れません。</translation>
    </message>
    <message>
        <source>The run&apos;s results were not saved. Epoch {saved} is safe.</source>
        <translation>学習の結果を保存できませんでした。エポック{saved}までは無事です。</translation>
    </message>
    <message>
        <source>The run.json in “{folder}” cannot be read: it is damaged.</source>
        <translation>「{folder}」のrun.jsonは壊れているため読み込めません。</translation>
    </message>
    <message>
        <source>The run’s pictures, “{name}”, are not the open ones.</source>
        <translation>この実行の画像「{name}」は、いま開いている画像ではありません。</translation>
    </message>
    <message>
        <source>The same letter: the same files, in the same classes.</source>
        <translation>文字が同じなら、ファイルもクラス分けも同じです。</translation>
    </message>
    <message>
        <source>The scores are so large that the largest was taken off all of them first; the shares are the same.</source>
        <translation>得点がとても大きいため、先にすべてから最大値を引いています。割合は変わりません。</translation>
    </message>
    <message>
        <source>The second number is taken off the first: {terms} = {value}.</source>
        <translation>1番目の数から2番目の数を引きます。{terms} = {value}です。</translation>
    </message>
    <message>
        <source>The settings of the run “{name}” cannot be read.</source>
        <translation>学習記録「{name}」の設定を読めません。</translation>
    </message>
    <message>
        <source>The share of pictures whose first answer is right.</source>
        <translation>最初の答えが正しかった画像の割合です。</translation>
    </message>
    <message>
        <source>The share of {name} lies between {low} and {high}, depending on what is cut.</source>
        <translation>どの値を0にするかによって、「{name}」の割合は{low}から{high}まで変わります。</translation>
    </message>
    <message>
        <source>The shares of training, validation and test must be parts of 1 with some training, not {parts}.</source>
        <translation>学習・検証・テストの割合は、合計が1で、学習が0より大きくなるようにしてください（指定値：{parts}）。</translation>
    </message>
    <message>
        <source>The sliding window</source>
        <translation>すべる窓</translation>
    </message>
    <message>
        <source>The split in “{file}” cannot be used again: {reason}.</source>
        <translation>「{file}」の分割は使えません：{reason}。</translation>
    </message>
    <message>
        <source>The split in “{file}” names no picture of “{folder}”.</source>
        <translation>「{file}」の分割には、「{folder}」の画像が1枚もありません。</translation>
    </message>
    <message>
        <source>The split of the run “{name}” cannot be read: {reason}.</source>
        <translation>学習記録「{name}」の分割を読めません：{reason}。</translation>
    </message>
    <message>
        <source>The subfolder’s name becomes the class.</source>
        <translation>サブフォルダの名前がクラス名になります。</translation>
    </message>
    <message>
        <source>The system could not open {folder}.</source>
        <translation>システムが{folder}を開けませんでした。</translation>
    </message>
    <message>
        <source>The system says: {reason}.</source>
        <translation>システムからのメッセージ：{reason}。</translation>
    </message>
    <message>
        <source>The target is the picture&apos;s own class written as ones and zeros. The loss looks only at the share where the target is 1: −log({share}) = {loss}.</source>
        <translation>「正解」は、画像の本当のクラスを1と0で表したものです。損失は、正解が1のところの割合だけを見ます：−log({share}) = {loss}</translation>
    </message>
    <message>
        <source>The temperature leaves its shares nearly as they are: {after} on average.</source>
        <translation>温度を使っても割合はほぼそのままです（平均{after}）。</translation>
    </message>
    <message>
        <source>The temperature makes its shares less sure before they are shown as probabilities: {after} on average.</source>
        <translation>確率として示す前に、温度によって割合を控えめにします（平均{after}）。</translation>
    </message>
    <message>
        <source>The temperature makes its shares surer before they are shown as probabilities: {after} on average.</source>
        <translation>確率として示す前に、温度によって割合をはっきりさせます（平均{after}）。</translation>
    </message>
    <message>
        <source>The test pictures were never learned from. On few of them an accuracy is only roughly known: “could be 65 to 85 %” is the range in which it lies 95 times in 100.</source>
        <translation>テスト用の画像は、学習に使っていません。枚数が少ないと、正解率はおおよそしかわかりません。「推定 65〜85 %」は、100回に95回は真の値が入る範囲です。</translation>
    </message>
    <message>
        <source>The training ended with an error, explained on its page.</source>
        <translation>学習がエラーで終わりました。学習のページに説明があります。</translation>
    </message>
    <message>
        <source>The training is still running.</source>
        <translation>まだ学習中です。</translation>
    </message>
    <message>
        <source>The training of “{name}” was interrupted after epoch {done} of {planned}.</source>
        <translation>「{name}」の学習は、エポック {done} / {planned} の後で中断しました。</translation>
    </message>
    <message>
        <source>The training of “{name}” was interrupted in its first epoch.</source>
        <translation>「{name}」の学習は、最初のエポックの途中で中断しました。</translation>
    </message>
    <message>
        <source>The tutorial uses 100.</source>
        <translation>チュートリアルでは100です。</translation>
    </message>
    <message>
        <source>The two runs have no test pictures in common.</source>
        <translation>2つの学習記録に、共通するテスト用の画像がありません。</translation>
    </message>
    <message>
        <source>The two runs have no validation pictures in common.</source>
        <translation>2つの学習記録に、共通する検証用の画像がありません。</translation>
    </message>
    <message>
        <source>The two runs tell different classes apart.</source>
        <translation>2つの学習記録は、見分けるクラスが異なります。</translation>
    </message>
    <message>
        <source>The weights of this large layer come with the next look.</source>
        <translation>この大きな層の重みは、次の表示とともに届きます。</translation>
    </message>
    <message>
        <source>The whole picture, its sides stretched to a square, as in the tutorial.</source>
        <translation>チュートリアルと同じく、画像全体を正方形に伸縮します。</translation>
    </message>
    <message>
        <source>The whole picture, with black beside it.</source>
        <translation>画像全体を収め、余白を黒で埋めます。</translation>
    </message>
    <message>
        <source>The window reaches over the edge; what lies outside does not count.</source>
        <translation>窓が端からはみ出しています。外側は数えません。</translation>
    </message>
    <message>
        <source>The worst mistakes come first: what it looked at, and which training pictures they looked like. Exclude what is wrong, or move it to its class: your files stay as they are, and every step can be undone. Then train again and compare the runs.</source>
        <translation>大きな間違いから順に、ネットワークが見ていた場所と、似ていた学習用の画像がわかります。誤りのある画像は、除外するか正しいクラスに移します。ファイルは変わらず、いつでも元に戻せます。もう一度学習して、学習記録を比べましょう。</translation>
    </message>
    <message>
        <source>The {count} numbers of a window become one; which of them was large is lost.</source>
        <translation>窓の{count}個の数が1個になります。どの数が大きかったかは失われます。</translation>
    </message>
    <message>
        <source>The {name} must be from 0 to {most:g}, not {value:g}.</source>
        <translation>{name}は0から{most:g}までです（指定は{value:g}）。</translation>
    </message>
    <message>
        <source>The {name} must be from {low:,} to {high:,}, not {value:,}.</source>
        <translation>{name}は{low:,}から{high:,}までです（指定は{value:,}）。</translation>
    </message>
    <message>
        <source>The {what} must be one of {known}, not “{value}”.</source>
        <translation>{what}は{known}のどれかです（指定：「{value}」）。</translation>
    </message>
    <message>
        <source>Then drop a folder of pictures to judge it by</source>
        <translation>その後、評価に使う画像のフォルダをドロップします</translation>
    </message>
    <message>
        <source>Then every layer shows what it makes of your picture, and moves while it learns.</source>
        <translation>各層が画像から何を作るかが見られ、学習中はその様子が動きます。</translation>
    </message>
    <message>
        <source>Then only chance can make a difference.</source>
        <translation>結果が違うとすれば、偶然によるものです。</translation>
    </message>
    <message>
        <source>There are neither test nor validation pictures. Of {count} pictures that it learned from, it named {right} right.</source>
        <translation>テスト用と検証用の画像はありません。学習した画像{count}枚のうち、{right}枚に正解しました。</translation>
    </message>
    <message>
        <source>There are no pictures of {name} here.</source>
        <translation>ここには「{name}」の画像がありません。</translation>
    </message>
    <message>
        <source>There are no results on pictures in this report.</source>
        <translation>このレポートには、画像での成績がありません。</translation>
    </message>
    <message>
        <source>There are no test pictures.</source>
        <translation>テスト用の画像がありません。</translation>
    </message>
    <message>
        <source>There are no test pictures. Of {count} validation pictures, by which the best epoch was chosen, it named {right} right.</source>
        <translation>テスト用の画像はありません。最良のエポックを選ぶのに使った検証用の画像{count}枚のうち、{right}枚に正解しました。</translation>
    </message>
    <message>
        <source>There are no training pictures.</source>
        <translation>学習用の画像がありません。</translation>
    </message>
    <message>
        <source>There are no validation pictures to ask both about.</source>
        <translation>両方に尋ねるための検証用の画像がありません。</translation>
    </message>
    <message>
        <source>There are no validation pictures.</source>
        <translation>検証用の画像がありません。</translation>
    </message>
    <message>
        <source>There is a class “{name}” already.</source>
        <translation>クラス「{name}」はすでにあります。</translation>
    </message>
    <message>
        <source>There is no class to learn</source>
        <translation>学習するクラスがありません</translation>
    </message>
    <message>
        <source>There is no file in these folders.</source>
        <translation>これらのフォルダにはファイルがありません。</translation>
    </message>
    <message>
        <source>There is no file in “{folder}”.</source>
        <translation>「{folder}」にファイルがありません。</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation>フォルダ「{folder}」がありません。</translation>
    </message>
    <message>
        <source>There is no layer {name} to look into.</source>
        <translation>{name}という層はありません。</translation>
    </message>
    <message>
        <source>There is no model “{path}”.</source>
        <translation>モデル「{path}」がありません。</translation>
    </message>
    <message>
        <source>There is no network to ask yet.</source>
        <translation>答えるネットワークがまだありません。</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>クリップボードに画像がありません。</translation>
    </message>
    <message>
        <source>There is no run “{folder}”.</source>
        <translation>学習記録「{folder}」がありません。</translation>
    </message>
    <message>
        <source>There is none: every picture was named right.</source>
        <translation>間違いはありません。すべての画像に正解しました。</translation>
    </message>
    <message>
        <source>There is nothing on it to learn, yet the network is told that it shows its class.</source>
        <translation>何も写っていない画像を、クラスの例として学習します。</translation>
    </message>
    <message>
        <source>These are the numbers that the run itself wrote down.</source>
        <translation>学習記録に書かれている値を示します。</translation>
    </message>
    <message>
        <source>These photos are not being answered any more.</source>
        <translation>これらの写真の分類は、すでに終わっています。</translation>
    </message>
    <message>
        <source>These pictures, with what both runs said</source>
        <translation>該当する画像と、2つの学習記録の答えを見ます</translation>
    </message>
    <message>
        <source>They are enlarged for training, and are blurred beside the others.</source>
        <translation>拡大されるため、ほかよりぼやけます。</translation>
    </message>
    <message>
        <source>They are enlarged for training, which shows nothing new: a smaller size learns faster.</source>
        <translation>拡大しても情報は増えません。サイズを小さくすると、学習が速くなります。</translation>
    </message>
    <message>
        <source>They are kept on one side of the split, so that the test is on new pictures.</source>
        <translation>同じ区分に入れ、初めて見る画像でテストします。</translation>
    </message>
    <message>
        <source>They are left out. The first, {file}: {reason}</source>
        <translation>除外されます。最初のファイル {file}：{reason}</translation>
    </message>
    <message>
        <source>They are left out: nothing says what they show.</source>
        <translation>何の画像か不明なため、除外されます。</translation>
    </message>
    <message>
        <source>This 0 was put around {source} as padding.</source>
        <translation>この0は、パディングとして{source}のまわりに置かれたものです。</translation>
    </message>
    <message>
        <source>This computer has {total} of memory. Take a smaller batch or smaller pictures.</source>
        <translation>このパソコンのメモリは{total}です。バッチサイズか画像サイズを小さくしてください。</translation>
    </message>
    <message>
        <source>This computer&apos;s processor lacks AVX, which TensorFlow needs.</source>
        <translation>このパソコンのプロセッサには、TensorFlowに必要なAVXがありません。</translation>
    </message>
    <message>
        <source>This folder cannot be listed: {reason}.</source>
        <translation>このフォルダの一覧を取得できません：{reason}。</translation>
    </message>
    <message>
        <source>This is no number to go on with: somewhere before, the numbers grew too large.</source>
        <translation>これでは先へ進めません。前のどこかで数が大きくなりすぎています。</translation>
    </message>
    <message>
        <source>This is wrong…</source>
        <translation>間違いを直す…</translation>
    </message>
    <message>
        <source>This network ({network}) tells {count} classes apart.</source>
        <translation>このネットワーク（{network}）は、{count}クラスを見分けます。</translation>
    </message>
    <message>
        <source>This network has no dropout layer: nothing is cut, and every answer is the same.</source>
        <translation>このネットワークにはドロップアウト層がありません。0になる値はなく、答えはいつも同じです。</translation>
    </message>
    <message>
        <source>This picture was learned from; the result looks better than it is.</source>
        <translation>この画像は学習に使われています。結果は実際より良く見えます。</translation>
    </message>
    <message>
        <source>This waits until what is running is over.</source>
        <translation>実行中の処理が終わると使えます。</translation>
    </message>
    <message>
        <source>Tick runs to lay their curves over each other</source>
        <translation>チェックを入れると、曲線を重ねて比べられます</translation>
    </message>
    <message>
        <source>Ties every number to every node, each tie with its own weight.</source>
        <translation>すべての数をすべてのノードにつなぎます。つながりの1つ1つが、それぞれの重みを持ちます。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>残り時間</translation>
    </message>
    <message>
        <source>Times a few batches, to say how long an epoch will take. Nothing is learned.</source>
        <translation>数バッチの時間を測り、1エポックの所要時間を見積もります。学習は進みません。</translation>
    </message>
    <message>
        <source>To the network&apos;s last layer this photo looks like none of the pictures that it was trained on. It has to name one of its classes all the same.</source>
        <translation>ネットワークの最後の層から見て、この写真は学習したどの画像にも似ていません。それでも、どれかのクラスを答えるしかありません。</translation>
    </message>
    <message>
        <source>Too early to tell.</source>
        <translation>まだ判断できません。</translation>
    </message>
    <message>
        <source>Top 3</source>
        <translation>上位3つ</translation>
    </message>
    <message>
        <source>Trace back</source>
        <translation>さかのぼる</translation>
    </message>
    <message>
        <source>Train a CNN on your own pictures. Without arguments: the window.</source>
        <translation>自分の画像でCNNを学習します。引数がなければウィンドウを開きます。</translation>
    </message>
    <message>
        <source>Train a network first, or open a model or an earlier run.</source>
        <translation>まずネットワークを学習させるか、モデルまたは以前の学習を開きます。</translation>
    </message>
    <message>
        <source>Train a network, open a model or an earlier run, and choose a picture. While a training runs, what you see moves with it.</source>
        <translation>ネットワークを学習させるか、モデルや以前の学習を開いて、画像を選びます。学習中は、見えているものも一緒に動きます。</translation>
    </message>
    <message>
        <source>Train a network, or drop a model file here.</source>
        <translation>ネットワークを学習させるか、モデルのファイルをここにドロップしてください。</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>もう一度学習する</translation>
    </message>
    <message>
        <source>Train again with 1 change</source>
        <translation>変更1件で再学習</translation>
    </message>
    <message>
        <source>Train again with {count:,} changes</source>
        <translation>変更{count:,}件で再学習</translation>
    </message>
    <message>
        <source>Train again without 1 picture</source>
        <translation>1枚を除いて再学習</translation>
    </message>
    <message>
        <source>Train again without {count:,} pictures</source>
        <translation>{count:,}枚を除いて再学習</translation>
    </message>
    <message>
        <source>Train again, or open another run.</source>
        <translation>もう一度学習するか、別の学習記録を開いてください。</translation>
    </message>
    <message>
        <source>Train at {size} × {size}</source>
        <translation>{size} × {size}で学習</translation>
    </message>
    <message>
        <source>Train it now. The one that is there stays as it is.</source>
        <translation>今から学習します。もう一方はそのまま残ります。</translation>
    </message>
    <message>
        <source>Train more epochs…</source>
        <translation>エポックを追加…</translation>
    </message>
    <message>
        <source>Train one, or open a model or an earlier run.</source>
        <translation>ネットワークを学習させるか、モデルまたは以前の学習を開いてください。</translation>
    </message>
    <message>
        <source>Train the same with Dropout</source>
        <translation>ドロップアウトありでも学習する</translation>
    </message>
    <message>
        <source>Train the same without Dropout</source>
        <translation>ドロップアウトなしでも学習する</translation>
    </message>
    <message>
        <source>Train the tutorial network on these pictures</source>
        <translation>これらの画像で、チュートリアルのネットワークを学習します</translation>
    </message>
    <message>
        <source>Train with this picture as another class the next time (M). The file stays where it is.</source>
        <translation>次の学習で、この画像を別のクラスとして使います (M)。ファイルは動かしません。</translation>
    </message>
    <message>
        <source>Train without this picture the next time (E or Delete). The file stays as it is.</source>
        <translation>次の学習で、この画像を使わないようにします (EまたはDelete)。ファイルはそのままです。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>学習正解率</translation>
    </message>
    <message>
        <source>Training keeps at least {least} %: something must be learned from.</source>
        <translation>学習用には、少なくとも {least} % が必要です。</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>学習損失</translation>
    </message>
    <message>
        <source>Training loss hardly moves: try another learning rate, or let a good one be found.</source>
        <translation>学習損失がほとんど動いていません。別の学習率を試すか、「探す…」でよい値を探してください。</translation>
    </message>
    <message>
        <source>Training loss has risen from {low} to {high}: the learning rate is probably too high. Try a tenth of it, or let a good one be found.</source>
        <translation>学習損失が{low}から{high}に上がりました。おそらく学習率が大きすぎます。10分の1にするか、「探す…」でよい値を探してください。</translation>
    </message>
    <message>
        <source>Training loss is falling: give it a few more epochs.</source>
        <translation>学習損失は下がっています。あと数エポック待ってみてください。</translation>
    </message>
    <message>
        <source>Training loss jumps up and down.</source>
        <translation>学習損失が激しく上下しています。</translation>
    </message>
    <message>
        <source>Training loss was still falling: train for more epochs.</source>
        <translation>学習損失はまだ下がっていました。エポックを増やして学習してください。</translation>
    </message>
    <message>
        <source>Training minus validation, in percent. The wider, the more was learned by heart.</source>
        <translation>学習の正解率から検証の正解率を引いた差（％）です。大きいほど、丸暗記が進んでいます。</translation>
    </message>
    <message>
        <source>Training pictures can be varied by {kinds}, not “{value}”.</source>
        <translation>学習用の画像を変化させる方法は{kinds}のどれかです（指定：「{value}」）。</translation>
    </message>
    <message>
        <source>Training pictures per second</source>
        <translation>1秒あたりに学習する画像の枚数</translation>
    </message>
    <message>
        <source>Training pictures shown varied: turned, mirrored, brighter. What is on them stays the same, so the network learns not to mind. Pictures for validation and test are never varied.</source>
        <translation>学習用の画像を、回転、左右反転、明るさの変更などで変化させて見せることです。写っているものは同じなので、ネットワークはこうした違いに惑わされなくなります。検証用とテスト用の画像は変化させません。</translation>
    </message>
    <message>
        <source>Training ran out of memory.</source>
        <translation>学習中にメモリが足りなくなりました。</translation>
    </message>
    <message>
        <source>Training/validation/test</source>
        <translation>学習/検証/テスト</translation>
    </message>
    <message>
        <source>Training: {epoch:,} of {epochs:,} epochs done</source>
        <translation>学習中：{epoch:,} / {epochs:,}エポック完了</translation>
    </message>
    <message>
        <source>Tries rates from tiny to huge on a few batches, and shows where the loss falls.</source>
        <translation>数バッチを使い、ごく小さい学習率からとても大きい学習率まで試して、損失が下がる範囲を示します。</translation>
    </message>
    <message>
        <source>Try a smaller batch size or a smaller image size.</source>
        <translation>バッチサイズか画像サイズを小さくしてみてください。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Try the sample creatures</source>
        <translation>サンプルの生き物を試す</translation>
    </message>
    <message>
        <source>Turn and mirror</source>
        <translation>回転と左右反転</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>回転</translation>
    </message>
    <message>
        <source>Turns the last numbers into shares that add up to 100 %.</source>
        <translation>最後の数を、合計 100 % の割合に変えます。</translation>
    </message>
    <message>
        <source>Two shots of one scene in training and test make results look better than they are.</source>
        <translation>同じ場面の写真が学習用とテスト用に分かれると、結果が実際よりよく見えてしまいます。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>最後の変更を元に戻す</translation>
    </message>
    <message>
        <source>Undo the last change to the pictures</source>
        <translation>変更を元に戻す</translation>
    </message>
    <message>
        <source>Unlike all it knows</source>
        <translation>見たことのないもの</translation>
    </message>
    <message>
        <source>Unpacking the {count:,} pictures takes up to {needed}, and {free} are free in {folder}.</source>
        <translation>画像{count:,}枚の展開に最大{needed}必要ですが、{folder}の空きは{free}です。</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>きわどい正解</translation>
    </message>
    <message>
        <source>Unsure and strange ones in folders of their own…</source>
        <translation>確信なしと未知のものは別のフォルダへ…</translation>
    </message>
    <message>
        <source>Use a computer with a processor from 2011 or later.</source>
        <translation>2011年以降のプロセッサを搭載したパソコンを使ってください。</translation>
    </message>
    <message>
        <source>Use occlusion: it works with every network.</source>
        <translation>一部を隠す方法（オクルージョン）を使ってください。どのネットワークでも使えます。</translation>
    </message>
    <message>
        <source>Use {rate}</source>
        <translation>{rate}を使う</translation>
    </message>
    <message>
        <source>Val acc</source>
        <translation>検証正解率</translation>
    </message>
    <message>
        <source>Val loss</source>
        <translation>検証損失</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>検証正解率</translation>
    </message>
    <message>
        <source>Validation accuracy then</source>
        <translation>そのときの検証正解率</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>検証損失</translation>
    </message>
    <message>
        <source>Validation loss did not improve for the last {epochs} epochs while training loss fell from {before} to {after}. Epoch {epoch} is kept. More pictures, or variations of them, would help.</source>
        <translation>最後の{epochs}エポックで、学習損失は{before}から{after}に下がりましたが、検証損失は改善しませんでした。エポック{epoch}を残してあります。画像を増やすか、データ拡張を使うと効果があります。</translation>
    </message>
    <message>
        <source>Validation loss has not improved for {epochs} epochs while training loss fell from {before} to {after}. Epoch {epoch} is kept.</source>
        <translation>直近の{epochs}エポックで、学習損失は{before}から{after}に下がりましたが、検証損失は改善していません。エポック{epoch}を残してあります。</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Values as a table (CSV)…</source>
        <translation>値の表 (CSV)…</translation>
    </message>
    <message>
        <source>Values as tables (CSV)…</source>
        <translation>値の表 (CSV)…</translation>
    </message>
    <message>
        <source>Values cannot be written as “{ending}”.</source>
        <translation>値を「{ending}」の形式では書き出せません。</translation>
    </message>
    <message>
        <source>Values for numpy (.npy)…</source>
        <translation>NumPy用の値 (.npy)…</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>データ拡張</translation>
    </message>
    <message>
        <source>Variations for training</source>
        <translation>学習用のデータ拡張</translation>
    </message>
    <message>
        <source>Variations of a training picture</source>
        <translation>学習用の画像を変化させた例</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Wait until it has ended, or stop it there.</source>
        <translation>終わるまで待つか、そちらで停止してください。</translation>
    </message>
    <message>
        <source>Waiting for the answer.</source>
        <translation>答えを待っています。</translation>
    </message>
    <message>
        <source>Waiting for the first weights of the training.</source>
        <translation>学習の最初の重みを待っています。</translation>
    </message>
    <message>
        <source>Walk along the layers from left to right: each takes what the one before it made.</source>
        <translation>層を左から右へたどります。どの層も、1つ前の層が作ったものを受け取ります。</translation>
    </message>
    <message>
        <source>Was it moved, or its disk removed?</source>
        <translation>移動したか、ディスクを取り外しましたか？</translation>
    </message>
    <message>
        <source>Was it moved, or its disk removed? Open it again when it is back.</source>
        <translation>移動したか、ディスクを取り外しましたか？ 元に戻ってから、もう一度開いてください。</translation>
    </message>
    <message>
        <source>Watch both curves. Training loss falls almost always; what counts is whether validation loss falls with it. The epoch where it is lowest is the best: its network is kept for answers and tested.</source>
        <translation>2本の曲線を見ます。学習損失はほとんどいつも下がります。大切なのは、検証損失も一緒に下がるかどうかです。検証損失が最小のエポックが最良で、そのネットワークが保存され、回答とテストに使われます。</translation>
    </message>
    <message>
        <source>Watch the training</source>
        <translation>学習の様子を見る</translation>
    </message>
    <message>
        <source>Weakest: {first} and {second}, mixed up with each other {times}</source>
        <translation>最も苦手：{first}と{second}（混同{times}）</translation>
    </message>
    <message>
        <source>Weakest: {name}. Most mixed up: {first} and {second}, {times}</source>
        <translation>最も苦手：{name}。最も多い混同：{first}と{second}（{times}）</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf)</source>
        <translation>ウェブページ (*.html);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Weigh classes equally</source>
        <translation>クラスの重みをそろえる</translation>
    </message>
    <message>
        <source>Weights, their gradients and what the optimizer keeps of them, and what one batch leaves in every layer. TensorFlow itself comes on top.</source>
        <translation>重みとその勾配、最適化手法が保持する値、1バッチ分の各層の出力に使う量です。TensorFlow自体の分は含みません。</translation>
    </message>
    <message>
        <source>What a layer answers to a picture. Also the function that a layer&apos;s numbers go through.</source>
        <translation>画像に対する層の反応（値）です。層の数が通る関数は活性化関数と呼びます。</translation>
    </message>
    <message>
        <source>What becomes of the learning rate during the training. Smaller steps towards the end settle better.</source>
        <translation>学習中に学習率をどう変えるかです。終盤に小さくすると、損失が落ち着きやすくなります。</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>違う点</translation>
    </message>
    <message>
        <source>What every channel brought</source>
        <translation>各チャンネルの寄与</translation>
    </message>
    <message>
        <source>What every layer makes of your picture</source>
        <translation>各層が画像から作るもの</translation>
    </message>
    <message>
        <source>What every layer of its best epoch makes of a picture</source>
        <translation>最良のエポックの各層が、画像から何を作るかを見ます</translation>
    </message>
    <message>
        <source>What every layer of the best epoch makes of a picture</source>
        <translation>最良のエポックの各層が、画像から何を作るかを見ます</translation>
    </message>
    <message>
        <source>What every one of them brought; a click on one shows its products.</source>
        <translation>それぞれのチャンネルの寄与です。クリックすると、その積が見られます。</translation>
    </message>
    <message>
        <source>What is finished stays</source>
        <translation>ここまでの分は残ります</translation>
    </message>
    <message>
        <source>What is shown stays as it is</source>
        <translation>表示中のものはそのまま残ります</translation>
    </message>
    <message>
        <source>What it is instead</source>
        <translation>正しいクラス</translation>
    </message>
    <message>
        <source>What it says and how often it is right lie {error} apart on average, before scaling {before}. On {pictures}, even a perfectly honest network would show about {chance}, by chance alone.</source>
        <translation>答えた割合と実際の正解率の差は平均{error}、較正前は{before}です。{pictures}では、完全に正直なネットワークでも偶然だけで約{chance}の差が出ます。</translation>
    </message>
    <message>
        <source>What it sees of the photo</source>
        <translation>写真の中で見ている範囲</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>必要な資源</translation>
    </message>
    <message>
        <source>What the logits are divided by before softmax, so that shares become probabilities of being right. Fitted on validation pictures. Above 1 the network was too sure; the answers stay the same.</source>
        <translation>割合が正解の確率になるように、ソフトマックスの前にロジットを割る数です（温度スケーリング）。検証用の画像で決めます。1より大きければ、ネットワークは確信しすぎでした。答えは変わりません。</translation>
    </message>
    <message>
        <source>What the network learns from. The other two share the rest in the proportion that they have.</source>
        <translation>ネットワークが学ぶ画像です。残りを、検証用とテスト用が今の比率で分け合います。</translation>
    </message>
    <message>
        <source>What this run made of the picture in epoch {epoch} is not kept.</source>
        <translation>この学習がエポック{epoch}で画像から作ったものは、保存されていません。</translation>
    </message>
    <message>
        <source>What to show of this layer</source>
        <translation>この層の何を表示するか</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>点検した項目</translation>
    </message>
    <message>
        <source>What was read is kept.</source>
        <translation>読み込んだ分は残っています。</translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation>何を何と答えたか</translation>
    </message>
    <message>
        <source>What went in</source>
        <translation>入力された数</translation>
    </message>
    <message>
        <source>What you tried, and what you saw. Kept with the run.</source>
        <translation>試したことや気づいたことを書きます。学習記録と一緒に保存されます。</translation>
    </message>
    <message>
        <source>When a training ends, you see here what the network gets right, what wrong, and why.</source>
        <translation>学習が終わると、ネットワークが何に正解し、何をなぜ間違えるのかが、ここで見られます。</translation>
    </message>
    <message>
        <source>When classifying, dropout passes every number on as it is, here {value}. While training it cuts {rate} of them at random.</source>
        <translation>分類のとき、ドロップアウトは数をそのまま通します（ここでは{value}）。学習中は、数の{rate}をランダムに0にします。</translation>
    </message>
    <message>
        <source>When classifying, this layer passes every number on as it is, here {value}.</source>
        <translation>分類のとき、この層はどの数もそのまま通します。ここでは{value}です。</translation>
    </message>
    <message>
        <source>Where added photos are kept…</source>
        <translation>追加した写真の保存先…</translation>
    </message>
    <message>
        <source>Where chance begins: the same seed gives the same split, order and first weights.</source>
        <translation>乱数の出発点です。シードが同じなら、分割、順番、最初の重みも同じになります。</translation>
    </message>
    <message>
        <source>Where in the photo they came from</source>
        <translation>写真のどこから来たか</translation>
    </message>
    <message>
        <source>Where in the photo they came from: red places pushed this number up, blue ones down.</source>
        <translation>写真のどこから来たかを示します。赤い場所はこの数を押し上げ、青い場所は押し下げました。</translation>
    </message>
    <message>
        <source>Where it is bright, the last pictures inside the network speak for {name}. That shows where, not why, and it can be bright in the wrong place.</source>
        <translation>ネットワークの最後の画像で、「{name}」の手がかりになった場所が明るく見えます。わかるのは場所であって理由ではなく、見当違いの場所が明るいこともあります。</translation>
    </message>
    <message>
        <source>Where the dashed line turns away from the solid one, the network begins to learn its pictures by heart. What counts is the best epoch: the one with the lowest validation loss.</source>
        <translation>破線が実線から離れ始めるところで、ネットワークは画像を丸暗記し始めます。使われるのは、検証損失が最小の最良のエポックです。</translation>
    </message>
    <message>
        <source>Where the shuffling begins: the same seed shares the same pictures out the same way.</source>
        <translation>並べ替えの出発点です。シードが同じなら、同じ画像が同じように分割されます。</translation>
    </message>
    <message>
        <source>Where things are kept</source>
        <translation>保存場所</translation>
    </message>
    <message>
        <source>Where {number} comes from</source>
        <translation>{number}の出どころ</translation>
    </message>
    <message>
        <source>Whether these pictures are like those that the network was trained on is not known.</source>
        <translation>学習した画像に似ているかどうかはわかりません。</translation>
    </message>
    <message>
        <source>Which is better?</source>
        <translation>どちらが優れているか</translation>
    </message>
    <message>
        <source>Which parts of the photo speak for a class</source>
        <translation>写真のどこがクラスの手がかりかを見ます</translation>
    </message>
    <message>
        <source>Which pictures</source>
        <translation>どの画像か</translation>
    </message>
    <message>
        <source>Which pictures come first</source>
        <translation>画像を並べる順番</translation>
    </message>
    <message>
        <source>Which run is better on the same test pictures, and may that be chance?</source>
        <translation>同じテスト用の画像で、どちらの学習が優れているか、それが偶然かどうかを調べます</translation>
    </message>
    <message>
        <source>While an epoch is saved.</source>
        <translation>エポックを保存している間に必要な量です。</translation>
    </message>
    <message>
        <source>While an epoch is saved. The run keeps {kept}.</source>
        <translation>エポックを保存している間に必要な量です。学習記録として{kept}が残ります。</translation>
    </message>
    <message>
        <source>While training runs, the weights of a layer this large are fetched only when you ask for them.</source>
        <translation>学習中、これほど大きな層の重みは、求められたときにだけ取り出します。</translation>
    </message>
    <message>
        <source>Whoever gives every class the same share has {blind}.</source>
        <translation>すべてのクラスを同じ割合にすると{blind}になります。</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>全体を表示</translation>
    </message>
    <message>
        <source>Why a small lead becomes a large one</source>
        <translation>小さな差が大きな差になるわけ</translation>
    </message>
    <message>
        <source>Why this answer</source>
        <translation>答えの理由</translation>
    </message>
    <message>
        <source>With Dropout</source>
        <translation>ドロップアウトあり</translation>
    </message>
    <message>
        <source>With all values: {name}, {share}. Now {total} times with others cut, as in training ({rates}):</source>
        <translation>すべての値を使うと「{name}」（{share}）。学習中のように、毎回別の値（{rates}）を0にして{total}回尋ねると：</translation>
    </message>
    <message>
        <source>With the pictures as they are now, split as in this run</source>
        <translation>今の画像で、この学習と同じ分割を使って学習します</translation>
    </message>
    <message>
        <source>Without Dropout</source>
        <translation>ドロップアウトなし</translation>
    </message>
    <message>
        <source>Without Dropout it learns the pictures by heart.</source>
        <translation>ドロップアウトなしでは画像を丸暗記しています。</translation>
    </message>
    <message>
        <source>Without pictures it is no class: the network will not know it.</source>
        <translation>画像がないため、学習されません。</translation>
    </message>
    <message>
        <source>Without test pictures there is no honest mark at the end.</source>
        <translation>テスト用の画像がないと、最後に本当の実力がわかりません。</translation>
    </message>
    <message>
        <source>Without validation the best epoch is chosen by the pictures that were learned from.</source>
        <translation>検証用の画像がないと、最良のエポックを学習用の画像で選ぶことになります。</translation>
    </message>
    <message>
        <source>Words of the field</source>
        <translation>用語</translation>
    </message>
    <message>
        <source>Worse than always saying “{name}”, which is right for {baseline}.</source>
        <translation>いつも「{name}」と答えた場合の正解率{baseline}を下回っています。</translation>
    </message>
    <message>
        <source>Worst mistakes</source>
        <translation>大きな間違い</translation>
    </message>
    <message>
        <source>Write for example {example}.</source>
        <translation>例：{example}</translation>
    </message>
    <message>
        <source>Write paths as “scan” shows them: below the folder.</source>
        <translation>scanの表示と同じように、フォルダから見たパスで書いてください。</translation>
    </message>
    <message>
        <source>Writing there is not allowed. Check the folder&apos;s permissions.</source>
        <translation>書き込みが許可されていません。フォルダのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>X_test: {count:,} pictures</source>
        <translation>X_test: 画像{count:,}枚</translation>
    </message>
    <message>
        <source>X_train: {count:,} pictures</source>
        <translation>X_train: 画像{count:,}枚</translation>
    </message>
    <message>
        <source>You left them out of training; on the disk nothing has changed.</source>
        <translation>学習から除外した画像です。ディスク上のファイルは変わっていません。</translation>
    </message>
    <message>
        <source>You moved them; on the disk nothing has changed.</source>
        <translation>別のクラスに移した画像です。ディスク上のファイルは変わっていません。</translation>
    </message>
    <message>
        <source>Your pictures</source>
        <translation>あなたの画像</translation>
    </message>
    <message>
        <source>Your share of the disk is used up. Free some space, then try again.</source>
        <translation>ディスクの割り当てを使い切りました。空き容量を増やしてから、もう一度試してください。</translation>
    </message>
    <message>
        <source>Zoom ±</source>
        <translation>ズーム ±</translation>
    </message>
    <message>
        <source>a list of pictures to leave out, a path a line</source>
        <translation>除外する画像の一覧（1行に1つのパス）</translation>
    </message>
    <message>
        <source>a new file, its name ends in .npy or .npz</source>
        <translation>新しいファイル（名前の末尾は.npyか.npz）</translation>
    </message>
    <message>
        <source>a new folder to keep the run in</source>
        <translation>学習記録を保存する新しいフォルダ</translation>
    </message>
    <message>
        <source>a whole number is needed, not “{value}”</source>
        <translation>整数を指定してください（指定値：「{value}」）</translation>
    </message>
    <message>
        <source>a whole number of at least 1 is needed, not “{value}”</source>
        <translation>1以上の整数を指定してください（指定値：「{value}」）</translation>
    </message>
    <message>
        <source>a zero of the padding</source>
        <translation>パディングのゼロ</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>約 {time}</translation>
    </message>
    <message>
        <source>acc</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>across: before, up: after</source>
        <translation>横：前の値、縦：後の値</translation>
    </message>
    <message>
        <source>across: learning rate, up: loss</source>
        <translation>横：学習率、縦：損失</translation>
    </message>
    <message>
        <source>across: logit, up: exp(logit)</source>
        <translation>横：ロジット、縦：exp(ロジット)</translation>
    </message>
    <message>
        <source>across: logit, up: exp(logit), in powers of ten</source>
        <translation>横：ロジット、縦：exp(ロジット)、対数目盛</translation>
    </message>
    <message>
        <source>added</source>
        <translation>足し算</translation>
    </message>
    <message>
        <source>adding photos</source>
        <translation>写真を追加しています</translation>
    </message>
    <message>
        <source>after 1 epoch</source>
        <translation>1エポック待つ</translation>
    </message>
    <message>
        <source>after scaling</source>
        <translation>較正後</translation>
    </message>
    <message>
        <source>after {count:,} epochs</source>
        <translation>{count:,}エポック待つ</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>all values</source>
        <translation>すべての値</translation>
    </message>
    <message>
        <source>always saying “{name}”</source>
        <translation>いつも「{name}」と答える</translation>
    </message>
    <message>
        <source>always the largest class</source>
        <translation>いつも最多のクラス</translation>
    </message>
    <message>
        <source>and 1 more</source>
        <translation>ほか1個</translation>
    </message>
    <message>
        <source>and {count:,} more</source>
        <translation>ほか{count:,}個</translation>
    </message>
    <message>
        <source>animals</source>
        <translation>animals</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>any class, not the answer alone</source>
        <translation>答え以外のクラスも選べます</translation>
    </message>
    <message>
        <source>around this number, cut ones crossed out</source>
        <translation>この数のまわり（×印は0にした値）</translation>
    </message>
    <message>
        <source>as by default</source>
        <translation>自動で付ける</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>元の画像</translation>
    </message>
    <message>
        <source>as its folder says</source>
        <translation>フォルダの名前どおり</translation>
    </message>
    <message>
        <source>as sure as right</source>
        <translation>確信度＝正解率</translation>
    </message>
    <message>
        <source>at random: {bounds}</source>
        <translation>ランダム：{bounds}</translation>
    </message>
    <message>
        <source>average pooling</source>
        <translation>平均プーリング</translation>
    </message>
    <message>
        <source>balanced accuracy {share}</source>
        <translation>クラス平均正解率 {share}</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>バッチ</translation>
    </message>
    <message>
        <source>batch normalization</source>
        <translation>バッチ正規化</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>バッチサイズ</translation>
    </message>
    <message>
        <source>batch {batch}</source>
        <translation>バッチ {batch}</translation>
    </message>
    <message>
        <source>before scaling</source>
        <translation>較正前</translation>
    </message>
    <message>
        <source>before the first epoch was over; the network is kept as it was</source>
        <translation>最初のエポックが終わる前に停止しました。ネットワークはそのときの状態で残っています</translation>
    </message>
    <message>
        <source>before, in {layer}</source>
        <translation>前の値（{layer}）</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>最良のエポック</translation>
    </message>
    <message>
        <source>best: epoch {epoch}, {value}</source>
        <translation>最良：エポック{epoch}、{value}</translation>
    </message>
    <message>
        <source>best: {epoch}</source>
        <translation>最良：{epoch}</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>バイアス</translation>
    </message>
    <message>
        <source>bias of filter {filter}</source>
        <translation>フィルタ{filter}のバイアス</translation>
    </message>
    <message>
        <source>blind guessing has {blind}</source>
        <translation>当てずっぽうなら {blind}</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>明るさ</translation>
    </message>
    <message>
        <source>brightness up to {share}</source>
        <translation>明るさ ±{share}</translation>
    </message>
    <message>
        <source>brought {amount}</source>
        <translation>寄与 {amount}</translation>
    </message>
    <message>
        <source>building the network</source>
        <translation>ネットワークを組み立てています</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>名前順</translation>
    </message>
    <message>
        <source>called {answer}, {share} sure</source>
        <translation>答え {answer}、確信 {share}</translation>
    </message>
    <message>
        <source>channel {channel}</source>
        <translation>チャンネル{channel}</translation>
    </message>
    <message>
        <source>channel {channel} chosen, values from {low} to {high}</source>
        <translation>チャンネル{channel}を選択中、値は{low}から{high}</translation>
    </message>
    <message>
        <source>channel {channel} of {layer}</source>
        <translation>{layer}のチャンネル{channel}</translation>
    </message>
    <message>
        <source>channel {channel} of {layer}, all of it</source>
        <translation>{layer}のチャンネル{channel}の全体</translation>
    </message>
    <message>
        <source>channel {channel} of {layer}, around this number</source>
        <translation>{layer}のチャンネル{channel}、この数のまわり</translation>
    </message>
    <message>
        <source>channel {channel} of {layer}, from which this filter takes most</source>
        <translation>{layer}のチャンネル{channel}（このフィルタへの影響が最大）</translation>
    </message>
    <message>
        <source>channel {channel} of {layer}, the numbers under the window</source>
        <translation>{layer}のチャンネル{channel}、窓の中の数</translation>
    </message>
    <message>
        <source>channel {channel}: values from {low} to {high}</source>
        <translation>チャンネル{channel}：値は{low}から{high}</translation>
    </message>
    <message>
        <source>channels {numbers} + {count:,} more</source>
        <translation>チャンネル{numbers} + ほか{count:,}個</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>確認しています</translation>
    </message>
    <message>
        <source>chosen: {row}</source>
        <translation>選択中：{row}</translation>
    </message>
    <message>
        <source>class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>class weights</source>
        <translation>クラスの重み</translation>
    </message>
    <message>
        <source>class {number}</source>
        <translation>クラス{number}</translation>
    </message>
    <message>
        <source>classes from {worst} to {best}</source>
        <translation>クラス別では {worst}〜{best}</translation>
    </message>
    <message>
        <source>classifying</source>
        <translation>分類しています</translation>
    </message>
    <message>
        <source>classifying photos</source>
        <translation>写真を分類しています</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>折りたたみ中</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>一定</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>コントラスト</translation>
    </message>
    <message>
        <source>contrast up to {share}</source>
        <translation>コントラスト ±{share}</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>畳み込み</translation>
    </message>
    <message>
        <source>copies of what you dropped on a class</source>
        <translation>クラスにドロップした写真のコピー</translation>
    </message>
    <message>
        <source>copy the photos into a folder for each class, in here</source>
        <translation>クラスごとのフォルダをDIRの中に作り、写真をコピーする</translation>
    </message>
    <message>
        <source>copying photos</source>
        <translation>写真をコピーしています</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>コサイン減衰</translation>
    </message>
    <message>
        <source>count a folder&apos;s pictures and name the files that cannot be used</source>
        <translation>フォルダの画像を数え、使えないファイルを挙げる</translation>
    </message>
    <message>
        <source>counting</source>
        <translation>集計しています</translation>
    </message>
    <message>
        <source>cover a place, ask again</source>
        <translation>一部を隠して、もう一度尋ねる</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>切り抜き</translation>
    </message>
    <message>
        <source>curve of {name}</source>
        <translation>{name}の曲線</translation>
    </message>
    <message>
        <source>curves</source>
        <translation>学習曲線</translation>
    </message>
    <message>
        <source>dark: {little}, bright: {much}</source>
        <translation>暗い：{little}、明るい：{much}</translation>
    </message>
    <message>
        <source>decoded pixels; may be deleted at any time</source>
        <translation>展開済みのピクセル。いつでも削除できます</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>全結合</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>空き容量不足</translation>
    </message>
    <message>
        <source>drawing creatures</source>
        <translation>生き物を描いています</translation>
    </message>
    <message>
        <source>drawn by Nakami</source>
        <translation>Nakamiが描きました</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>ドロップアウト</translation>
    </message>
    <message>
        <source>earlier split</source>
        <translation>以前の分割</translation>
    </message>
    <message>
        <source>en</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>end after N epochs without a lower validation loss; the best epoch is what answers</source>
        <translation>検証損失の最小値がNエポック更新されなければ終える（答えるのは最良のエポック）</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>エポック{epoch}</translation>
    </message>
    <message>
        <source>epoch {epoch}  loss {loss:.3f}  acc {accuracy}</source>
        <translation>エポック{epoch}  損失 {loss:.3f}  正解率 {accuracy}</translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}</source>
        <translation>エポック {epoch} / {epochs}</translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}: training {training}, validation {validation}</source>
        <translation>エポック {epoch} / {epochs}：学習 {training}、検証 {validation}</translation>
    </message>
    <message>
        <source>epoch {epoch}: loss {loss}, accuracy {accuracy}, val_loss {val_loss}, val_accuracy {val_accuracy}</source>
        <translation>エポック{epoch}: 損失 {loss}、正解率 {accuracy}、検証損失 {val_loss}、検証正解率 {val_accuracy}</translation>
    </message>
    <message>
        <source>epoch {epoch}: {accuracy}</source>
        <translation>エポック{epoch}：{accuracy}</translation>
    </message>
    <message>
        <source>epoch {epoch}: {rate}</source>
        <translation>エポック{epoch}：{rate}</translation>
    </message>
    <message>
        <source>error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>every class counts the same</source>
        <translation>どのクラスも同じ重みで平均</translation>
    </message>
    <message>
        <source>exp(x − {shift})</source>
        <translation>exp(x − {shift})</translation>
    </message>
    <message>
        <source>exp(x)</source>
        <translation>exp(x)</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>やや確信</translation>
    </message>
    <message>
        <source>falls as a cosine</source>
        <translation>コサイン減衰</translation>
    </message>
    <message>
        <source>falls where it stands still</source>
        <translation>停滞時に半減</translation>
    </message>
    <message>
        <source>filter {filter}</source>
        <translation>フィルタ{filter}</translation>
    </message>
    <message>
        <source>filter {filter}, weight for {name}, row {row}, column {column}: changed by {value}</source>
        <translation>フィルタ{filter}、{name}への重み、行{row}、列{column}：変化{value}</translation>
    </message>
    <message>
        <source>filter {filter}, weight for {name}, row {row}, column {column}: {value}</source>
        <translation>フィルタ{filter}、{name}への重み、行{row}、列{column}：{value}</translation>
    </message>
    <message>
        <source>filter {index}</source>
        <translation>フィルタ{index}</translation>
    </message>
    <message>
        <source>filter {index}: changed by {share} of its size</source>
        <translation>フィルタ{index}：大きさの{share}だけ変化</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>フィルタ</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>finished early</source>
        <translation>早期終了</translation>
    </message>
    <message>
        <source>finishing this batch, keeping epoch {epoch}</source>
        <translation>このバッチを終えて、エポック{epoch}を保存します</translation>
    </message>
    <message>
        <source>finishing this step</source>
        <translation>この処理を終えています</translation>
    </message>
    <message>
        <source>flatten</source>
        <translation>平坦化</translation>
    </message>
    <message>
        <source>folder {name}</source>
        <translation>元：{name}</translation>
    </message>
    <message>
        <source>folders {names}</source>
        <translation>元：{names}</translation>
    </message>
    <message>
        <source>for the network</source>
        <translation>ネットワーク用</translation>
    </message>
    <message>
        <source>for {name}</source>
        <translation>{name}について</translation>
    </message>
    <message>
        <source>for {name}, numbers rounded</source>
        <translation>{name}について（四捨五入）</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>差</translation>
    </message>
    <message>
        <source>global average pooling</source>
        <translation>グローバル平均プーリング</translation>
    </message>
    <message>
        <source>global max pooling</source>
        <translation>グローバル最大プーリング</translation>
    </message>
    <message>
        <source>go on with this run exactly where its last epoch ended; --epochs N gives it N in all</source>
        <translation>この学習記録を、最後のエポックの終わりからそのまま続ける（--epochs Nで合計Nエポックにする）</translation>
    </message>
    <message>
        <source>green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>hatched: padding, zeros</source>
        <translation>斜線：パディング（0）</translation>
    </message>
    <message>
        <source>here: {share}</source>
        <translation>ここ：{share}</translation>
    </message>
    <message>
        <source>here: {share} of the strongest</source>
        <translation>ここ：最も強い場所の{share}</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>how far they move at a step (default: 0.001, for sgd 0.01)</source>
        <translation>重みを1回の更新で動かす幅、学習率（省略時は0.001、sgdは0.01）</translation>
    </message>
    <message>
        <source>how many classes to list</source>
        <translation>表示するクラスの数</translation>
    </message>
    <message>
        <source>how many were right</source>
        <translation>正解の割合</translation>
    </message>
    <message>
        <source>how one number of a layer came about</source>
        <translation>層の数の1つがどのようにできたかを表示する</translation>
    </message>
    <message>
        <source>how pictures are made square (default: stretch)</source>
        <translation>画像を正方形にする方法（省略時はstretch）</translation>
    </message>
    <message>
        <source>how sure the network said it was</source>
        <translation>ネットワークの確信度</translation>
    </message>
    <message>
        <source>how the rate changes from epoch to epoch (default: constant)</source>
        <translation>学習率をエポックごとにどう変えるか（省略時はconstant）</translation>
    </message>
    <message>
        <source>image size</source>
        <translation>画像サイズ</translation>
    </message>
    <message>
        <source>in folder: {name}</source>
        <translation>フォルダ：{name}</translation>
    </message>
    <message>
        <source>in training</source>
        <translation>学習中</translation>
    </message>
    <message>
        <source>in training, under this mask: cut</source>
        <translation>学習中、このマスクでは：0にする</translation>
    </message>
    <message>
        <source>in training: kept and scaled</source>
        <translation>学習中：残して大きくする</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>it announces arrays of more than {limit} GB.</source>
        <translation>配列の大きさが{limit} GBを超えています。</translation>
    </message>
    <message>
        <source>it answers {outputs} classes, run.json names {names}</source>
        <translation>出力は{outputs}クラスなのに、run.jsonには{names}個の名前があります</translation>
    </message>
    <message>
        <source>it calls a part “{name}” that is none of {names}</source>
        <translation>区分「{name}」は{names}のどれでもありません</translation>
    </message>
    <message>
        <source>it does not answer with one number per class but {shape}</source>
        <translation>出力がクラスごとに1つの数ではなく、{shape}です</translation>
    </message>
    <message>
        <source>it does not take square RGB pictures but {shape}</source>
        <translation>入力が正方形のRGB画像ではなく、{shape}です</translation>
    </message>
    <message>
        <source>it has no column {name}</source>
        <translation>{name}の列がありません</translation>
    </message>
    <message>
        <source>it holds more than arrays: opening it would run “{name}”.</source>
        <translation>配列以外のものが含まれています。開くと「{name}」が実行されてしまいます。</translation>
    </message>
    <message>
        <source>it holds more than {limit:,} pictures.</source>
        <translation>画像が{limit:,}枚を超えています。</translation>
    </message>
    <message>
        <source>it holds more than {limit} GB in Python 2’s way.</source>
        <translation>Python 2の形式のデータが{limit} GBを超えています。</translation>
    </message>
    <message>
        <source>it holds objects of a program, not arrays of numbers.</source>
        <translation>中身が数値の配列ではなく、プログラムのオブジェクトです。</translation>
    </message>
    <message>
        <source>it holds one array alone.</source>
        <translation>配列が1つしかありません。</translation>
    </message>
    <message>
        <source>it holds something else than four arrays.</source>
        <translation>中身が4つの配列ではありません。</translation>
    </message>
    <message>
        <source>it holds {count:,} parts instead of four.</source>
        <translation>要素が4個ではなく{count:,}個あります。</translation>
    </message>
    <message>
        <source>it is a device or a pipe.</source>
        <translation>デバイスかパイプです。</translation>
    </message>
    <message>
        <source>it is a folder without the four arrays.</source>
        <translation>4つの配列のないフォルダです。</translation>
    </message>
    <message>
        <source>it is cut off, the arrays that it announces are not all there.</source>
        <translation>ファイルが途中で切れていて、配列が全部そろっていません。</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>ファイルが空です。</translation>
    </message>
    <message>
        <source>it is made of too many single pieces.</source>
        <translation>細かい要素が多すぎます。</translation>
    </message>
    <message>
        <source>it is no NumPy file.</source>
        <translation>NumPyのファイルではありません。</translation>
    </message>
    <message>
        <source>it is no table ({reason})</source>
        <translation>表ではありません（{reason}）</translation>
    </message>
    <message>
        <source>it is none, or only a part of one</source>
        <translation>モデルファイルではないか、途中で切れています</translation>
    </message>
    <message>
        <source>it is packed in a way that NumPy does not use.</source>
        <translation>NumPyが使わない方法で圧縮されています。</translation>
    </message>
    <message>
        <source>it is protected by a password.</source>
        <translation>パスワードで保護されています。</translation>
    </message>
    <message>
        <source>it names an unknown class, {name}</source>
        <translation>未知のクラス{name}が書かれています</translation>
    </message>
    <message>
        <source>it names no picture</source>
        <translation>画像が1枚も書かれていません</translation>
    </message>
    <message>
        <source>it needs more memory than there is</source>
        <translation>メモリが足りません</translation>
    </message>
    <message>
        <source>it sat in</source>
        <translation>あった場所</translation>
    </message>
    <message>
        <source>it takes pictures of {size:,} pixels a side, more than {most:,}</source>
        <translation>入力画像の1辺が{size:,}ピクセルで、上限の{most:,}を超えています</translation>
    </message>
    <message>
        <source>its class</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>its contents are damaged.</source>
        <translation>中身が壊れています。</translation>
    </message>
    <message>
        <source>its elements are of the kind “{kind}”, not numbers.</source>
        <translation>要素が数値ではなく、「{kind}」という型です。</translation>
    </message>
    <message>
        <source>its elements are records, not numbers.</source>
        <translation>要素が数値ではなく、レコードです。</translation>
    </message>
    <message>
        <source>its labels are not all whole numbers of a sensible size.</source>
        <translation>ラベルに、大きすぎるか小さすぎる値があります。</translation>
    </message>
    <message>
        <source>its labels are not all whole numbers.</source>
        <translation>ラベルに整数でない値があります。</translation>
    </message>
    <message>
        <source>its labels are of different kinds: one-hot, numbers or text.</source>
        <translation>ラベルの種類（one-hot、数、文字）がそろっていません。</translation>
    </message>
    <message>
        <source>its labels have the shape {shape}.</source>
        <translation>ラベルの配列の形が{shape}です。</translation>
    </message>
    <message>
        <source>its labels name more than {limit:,} classes.</source>
        <translation>ラベルのクラスが{limit:,}個を超えています。</translation>
    </message>
    <message>
        <source>its name ends in .html or .pdf; written over</source>
        <translation>保存先（名前の末尾は.htmlか.pdf、あれば上書き）</translation>
    </message>
    <message>
        <source>its one-hot labels are not all one 1 among 0.</source>
        <translation>one-hotのラベルに、1つだけが1でほかが0になっていないものがあります。</translation>
    </message>
    <message>
        <source>its one-hot labels are of different widths.</source>
        <translation>one-hotのラベルの長さがそろっていません。</translation>
    </message>
    <message>
        <source>its pictures are not all of the same size.</source>
        <translation>画像のサイズがそろっていません。</translation>
    </message>
    <message>
        <source>its pictures are of {width:,} × {height:,} pixels.</source>
        <translation>画像のサイズが{width:,} × {height:,}ピクセルです。</translation>
    </message>
    <message>
        <source>its pictures are text, not numbers.</source>
        <translation>画像が数値ではなく文字です。</translation>
    </message>
    <message>
        <source>its pictures have the shape {shape}.</source>
        <translation>画像の配列の形が{shape}です。</translation>
    </message>
    <message>
        <source>its pixels are not all numbers (NaN or infinity).</source>
        <translation>ピクセルに数でない値（NaNか無限大）があります。</translation>
    </message>
    <message>
        <source>its pixels reach from {low:g} to {high:g}.</source>
        <translation>ピクセルの値の範囲が{low:g}から{high:g}です。</translation>
    </message>
    <message>
        <source>labels as rows of one 1 among 0</source>
        <translation>ラベルをone-hot（1つだけ1、ほかは0）の並びにする</translation>
    </message>
    <message>
        <source>largest loss first, with what the network looked at</source>
        <translation>損失の大きい順、ネットワークが見ていた場所つき</translation>
    </message>
    <message>
        <source>largest loss first; {shown} of {count}</source>
        <translation>損失の大きい順、{count}枚中{shown}枚</translation>
    </message>
    <message>
        <source>largest of {count}, from {low} to {high}</source>
        <translation>{count}個のうち大きいもの、{low}〜{high}</translation>
    </message>
    <message>
        <source>largest share: {name}, {share}</source>
        <translation>最大の割合：{name}、{share}</translation>
    </message>
    <message>
        <source>layer {place} of {layers}: {name}</source>
        <translation>層 {place} / {layers}：{name}</translation>
    </message>
    <message>
        <source>least sure first, with what the network looked at</source>
        <translation>確信度の低い順、ネットワークが見ていた場所つき</translation>
    </message>
    <message>
        <source>leave the dropout layers out</source>
        <translation>ドロップアウト層を使わない</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>left out: {file}: {reason}</source>
        <translation>除外: {file}: {reason}</translation>
    </message>
    <message>
        <source>less than {share}</source>
        <translation>{share}未満</translation>
    </message>
    <message>
        <source>let each class weigh the same in the loss</source>
        <translation>損失でのクラスの重みをそろえる</translation>
    </message>
    <message>
        <source>list the N worst mistakes, largest loss first</source>
        <translation>大きな間違いをN枚、損失の大きい順に表示する</translation>
    </message>
    <message>
        <source>listing the files</source>
        <translation>ファイルの一覧を作っています</translation>
    </message>
    <message>
        <source>listing the folder</source>
        <translation>フォルダの一覧を作っています</translation>
    </message>
    <message>
        <source>little</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>live</source>
        <translation>学習中</translation>
    </message>
    <message>
        <source>logit x</source>
        <translation>ロジット x</translation>
    </message>
    <message>
        <source>logit x, all together</source>
        <translation>ロジット x（合計）</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>loss and acc are running values of this epoch; val acc is that of the last whole epoch.</source>
        <translation>損失と正解率は、このエポックの途中の値です。検証正解率は、直前に終わったエポックの値です。</translation>
    </message>
    <message>
        <source>loss not a number</source>
        <translation>損失が発散</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>損失 {loss}</translation>
    </message>
    <message>
        <source>loss, accuracy and confusion matrix on test pictures</source>
        <translation>テスト画像での損失、正解率、混同行列</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>max pooling</source>
        <translation>最大プーリング</translation>
    </message>
    <message>
        <source>mean of {count:,}</source>
        <translation>{count:,}個の平均</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>左右反転</translation>
    </message>
    <message>
        <source>mixed-up ones together</source>
        <translation>混同するものを隣に</translation>
    </message>
    <message>
        <source>most at row {row}, column {column} of {rows} × {columns}</source>
        <translation>{rows} × {columns}のうち、行{row}、列{column}が最大</translation>
    </message>
    <message>
        <source>most mistakes first</source>
        <translation>間違いの多い順</translation>
    </message>
    <message>
        <source>moved up to {share}</source>
        <translation>移動 ±{share}</translation>
    </message>
    <message>
        <source>much</source>
        <translation>強</translation>
    </message>
    <message>
        <source>multiplied</source>
        <translation>掛け算</translation>
    </message>
    <message>
        <source>nakami: stopped.</source>
        <translation>nakami: 停止しました。</translation>
    </message>
    <message>
        <source>name what is on photos</source>
        <translation>写真に写っているものを答える</translation>
    </message>
    <message>
        <source>networks, curves and settings of every training</source>
        <translation>すべての学習のネットワーク、曲線、設定</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>no answers</source>
        <translation>答えなし</translation>
    </message>
    <message>
        <source>no dropout</source>
        <translation>ドロップアウトなし</translation>
    </message>
    <message>
        <source>no epoch finished yet</source>
        <translation>まだ終わったエポックがありません</translation>
    </message>
    <message>
        <source>no gap known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>no values that are numbers</source>
        <translation>数値がありません</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未実行</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>確信なし</translation>
    </message>
    <message>
        <source>note</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>note: copies of one photo in a file of arrays may stand on both sides of the split.</source>
        <translation>注意：配列ファイルでは、同じ写真から作られた画像が分割の両側に入っていることがあります。</translation>
    </message>
    <message>
        <source>note: {words}</source>
        <translation>注意：{words}</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>number of epochs</source>
        <translation>エポック数</translation>
    </message>
    <message>
        <source>of 1 picture</source>
        <translation>1枚中</translation>
    </message>
    <message>
        <source>of two arrays of pictures and two of labels, it holds {pictures} and {labels}.</source>
        <translation>画像の配列とラベルの配列が2つずつ必要ですが、{pictures}つと{labels}つです。</translation>
    </message>
    <message>
        <source>of {count:,} pictures</source>
        <translation>{count:,}枚中</translation>
    </message>
    <message>
        <source>of {epochs}</source>
        <translation>/ {epochs}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>on the test pictures</source>
        <translation>テスト用の画像</translation>
    </message>
    <message>
        <source>on the training pictures</source>
        <translation>学習用の画像</translation>
    </message>
    <message>
        <source>on the validation pictures</source>
        <translation>検証用の画像</translation>
    </message>
    <message>
        <source>once</source>
        <translation>1回</translation>
    </message>
    <message>
        <source>one of its parts is no array of numbers or text.</source>
        <translation>数値や文字の配列ではない要素があります。</translation>
    </message>
    <message>
        <source>open</source>
        <translation>展開中</translation>
    </message>
    <message>
        <source>opening the network</source>
        <translation>ネットワークを開いています</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>最適化手法</translation>
    </message>
    <message>
        <source>or a file of arrays (.npy, .npz)</source>
        <translation>または配列のファイル (.npy、.npz)</translation>
    </message>
    <message>
        <source>original</source>
        <translation>元の画像</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>メモリ不足</translation>
    </message>
    <message>
        <source>padded</source>
        <translation>余白を追加</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>パディング</translation>
    </message>
    <message>
        <source>padding: outside of the input stand zeros</source>
        <translation>パディング：入力の外側は0</translation>
    </message>
    <message>
        <source>page {number} of {count}</source>
        <translation>{number} / {count}ページ</translation>
    </message>
    <message>
        <source>passed on as it is</source>
        <translation>そのまま通す</translation>
    </message>
    <message>
        <source>patience of early stopping</source>
        <translation>早期終了までのエポック数</translation>
    </message>
    <message>
        <source>pictures gone</source>
        <translation>画像が消失</translation>
    </message>
    <message>
        <source>pixel of the photo</source>
        <translation>写真のピクセル</translation>
    </message>
    <message>
        <source>placed behind one another</source>
        <translation>順につなげる</translation>
    </message>
    <message>
        <source>plateau</source>
        <translation>停滞時に半減</translation>
    </message>
    <message>
        <source>point</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>position in the row</source>
        <translation>並びの中での位置</translation>
    </message>
    <message>
        <source>position {index:,} of {total:,}</source>
        <translation>{total:,}個中の{index:,}番</translation>
    </message>
    <message>
        <source>product</source>
        <translation>積</translation>
    </message>
    <message>
        <source>products</source>
        <translation>積</translation>
    </message>
    <message>
        <source>products, rounded</source>
        <translation>積（四捨五入）</translation>
    </message>
    <message>
        <source>rate changed by hand</source>
        <translation>学習率を手動で変更</translation>
    </message>
    <message>
        <source>rate {rate}</source>
        <translation>学習率 {rate}</translation>
    </message>
    <message>
        <source>rate {rate}: loss {loss}</source>
        <translation>学習率 {rate}：損失 {loss}</translation>
    </message>
    <message>
        <source>reading pictures</source>
        <translation>画像を読み込んでいます</translation>
    </message>
    <message>
        <source>reading the arrays</source>
        <translation>配列を読み込んでいます</translation>
    </message>
    <message>
        <source>recomputed from these terms: {value}</source>
        <translation>これらの項から計算し直した値：{value}</translation>
    </message>
    <message>
        <source>red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>report of {written}</source>
        <translation>レポート作成 {written}</translation>
    </message>
    <message>
        <source>reproducible</source>
        <translation>完全な再現性</translation>
    </message>
    <message>
        <source>rescaling</source>
        <translation>スケーリング</translation>
    </message>
    <message>
        <source>results as JSON, for programs</source>
        <translation>結果をJSONで出力（プログラム用）</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>right, {share} sure</source>
        <translation>正解、確信 {share}</translation>
    </message>
    <message>
        <source>room for kept epochs in MB</source>
        <translation>保存するエポックの容量 (MB)</translation>
    </message>
    <message>
        <source>rotation in degrees</source>
        <translation>回転の角度</translation>
    </message>
    <message>
        <source>rounded</source>
        <translation>四捨五入</translation>
    </message>
    <message>
        <source>row by row, one behind the other</source>
        <translation>1行ずつ、順に並べます</translation>
    </message>
    <message>
        <source>row {row}, column {column}, channel {channel}</source>
        <translation>行{row}、列{column}、チャンネル{channel}</translation>
    </message>
    <message>
        <source>row {row}, column {column}, channel {channel}: {value}</source>
        <translation>行{row}、列{column}、チャンネル{channel}：{value}</translation>
    </message>
    <message>
        <source>row {row}, column {column}: {value}</source>
        <translation>行{row}、列{column}：{value}</translation>
    </message>
    <message>
        <source>rows: truth, columns: answer</source>
        <translation>行：正解、列：答え</translation>
    </message>
    <message>
        <source>rows: what it is     columns: what the network said</source>
        <translation>行：実際のクラス     列：ネットワークの答え</translation>
    </message>
    <message>
        <source>rows: what it is; columns: what the network said</source>
        <translation>行：実際のクラス、列：ネットワークの答え</translation>
    </message>
    <message>
        <source>run from source</source>
        <translation>ソースから実行</translation>
    </message>
    <message>
        <source>save pictures as the tutorial&apos;s arrays, .npy or .npz</source>
        <translation>画像をチュートリアルと同じ配列 (.npyか.npz) として保存する</translation>
    </message>
    <message>
        <source>saving pictures</source>
        <translation>画像を保存しています</translation>
    </message>
    <message>
        <source>saving the answers</source>
        <translation>答えを保存しています</translation>
    </message>
    <message>
        <source>schedule of the learning rate</source>
        <translation>学習率スケジュール</translation>
    </message>
    <message>
        <source>score x</source>
        <translation>得点 x</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>sees only padding</source>
        <translation>見ているのはパディングだけです</translation>
    </message>
    <message>
        <source>sees {width} × {height} pixels of the photo: rows {top} to {bottom}, columns {left} to {right}</source>
        <translation>写真の{width} × {height}ピクセルを見ています：行{top}〜{bottom}、列{left}〜{right}</translation>
    </message>
    <message>
        <source>share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>shares of training, validation and test, e.g. 70/15/15, or a run or split.csv to split as</source>
        <translation>学習・検証・テストの割合（例: 70/15/15）、または同じ分割にする学習記録かsplit.csv</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>ソフトマックス</translation>
    </message>
    <message>
        <source>split anew</source>
        <translation>なし（新しく分割）</translation>
    </message>
    <message>
        <source>split {shares}</source>
        <translation>分割 {shares}</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>開始しています</translation>
    </message>
    <message>
        <source>starting TensorFlow</source>
        <translation>TensorFlowを起動しています</translation>
    </message>
    <message>
        <source>state: {state}</source>
        <translation>状態：{state}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>stopped before the end</source>
        <translation>途中で停止しました</translation>
    </message>
    <message>
        <source>stops early</source>
        <translation>早期終了あり</translation>
    </message>
    <message>
        <source>stretched</source>
        <translation>伸縮</translation>
    </message>
    <message>
        <source>strongest {shown} of {count:,} products, places in {layer}</source>
        <translation>{count:,}個の積のうち影響の大きい{shown}個（位置は{layer}）</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>sum and bias</source>
        <translation>合計とバイアス</translation>
    </message>
    <message>
        <source>sum of all {count:,}</source>
        <translation>{count:,}個の合計</translation>
    </message>
    <message>
        <source>sum of {count:,}</source>
        <translation>{count:,}個の合計</translation>
    </message>
    <message>
        <source>sum of {count}</source>
        <translation>{count}個の合計</translation>
    </message>
    <message>
        <source>sum, rounded</source>
        <translation>合計（四捨五入）</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>確信あり</translation>
    </message>
    <message>
        <source>target</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>test pictures</source>
        <translation>テスト用の画像</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>テストしています</translation>
    </message>
    <message>
        <source>testing the best epoch</source>
        <translation>最良のエポックをテストしています</translation>
    </message>
    <message>
        <source>the channel</source>
        <translation>チャンネル</translation>
    </message>
    <message>
        <source>the folder to write to</source>
        <translation>書き出し先のフォルダ</translation>
    </message>
    <message>
        <source>the formula</source>
        <translation>式</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>the largest of {count:,}, ringed</source>
        <translation>{count:,}個のうち最大（枠つき）</translation>
    </message>
    <message>
        <source>the mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>the names of the classes in a file of arrays</source>
        <translation>配列のファイルのクラス名</translation>
    </message>
    <message>
        <source>the picture</source>
        <translation>入力画像</translation>
    </message>
    <message>
        <source>the pixel in row {row}, column {column}</source>
        <translation>行{row}、列{column}のピクセル</translation>
    </message>
    <message>
        <source>the product</source>
        <translation>積</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>同じ</translation>
    </message>
    <message>
        <source>the same bits on every run, on a graphics card too; slower there</source>
        <translation>GPUでも毎回まったく同じ結果にする（GPUでは遅くなる）</translation>
    </message>
    <message>
        <source>the same colours for the same values in all channels of a layer</source>
        <translation>層のすべてのチャンネルで、同じ値を同じ色にする</translation>
    </message>
    <message>
        <source>the same {count} numbers in the long row, with their positions</source>
        <translation>同じ{count}個の数の、長い並びの中での位置</translation>
    </message>
    <message>
        <source>the second taken from the first</source>
        <translation>引き算（1番目 − 2番目）</translation>
    </message>
    <message>
        <source>the smallest</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>there is no picture in X_train.</source>
        <translation>X_trainに画像がありません。</translation>
    </message>
    <message>
        <source>these files say nothing in this report</source>
        <translation>このレポートの成績には含まれません</translation>
    </message>
    <message>
        <source>this network is better</source>
        <translation>このネットワークのほうが上</translation>
    </message>
    <message>
        <source>this network is not clearly better</source>
        <translation>このネットワークとの差は不明確</translation>
    </message>
    <message>
        <source>this network is worse</source>
        <translation>このネットワークのほうが下</translation>
    </message>
    <message>
        <source>this network is {times} times better</source>
        <translation>このネットワークはその{times}倍</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>この学習</translation>
    </message>
    <message>
        <source>timing a few batches</source>
        <translation>所要時間を計測しています</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>train on a folder of class folders (default: the sample creatures)</source>
        <translation>クラス別フォルダで学習する（省略時はサンプルの生き物）</translation>
    </message>
    <message>
        <source>trained {started} in {duration}</source>
        <translation>学習開始 {started}、所要時間 {duration}</translation>
    </message>
    <message>
        <source>training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>training pictures</source>
        <translation>学習用の画像</translation>
    </message>
    <message>
        <source>trying learning rates</source>
        <translation>学習率を試しています</translation>
    </message>
    <message>
        <source>turned up to {degrees}°</source>
        <translation>回転 ±{degrees}°</translation>
    </message>
    <message>
        <source>tutorial network</source>
        <translation>チュートリアル</translation>
    </message>
    <message>
        <source>unless the folder has its own parts</source>
        <translation>フォルダに区分がなければ</translation>
    </message>
    <message>
        <source>unlike all it knows</source>
        <translation>未知のもの</translation>
    </message>
    <message>
        <source>unpacking pictures</source>
        <translation>画像を展開しています</translation>
    </message>
    <message>
        <source>val acc</source>
        <translation>検証正解率</translation>
    </message>
    <message>
        <source>val acc {share}</source>
        <translation>検証正解率 {share}</translation>
    </message>
    <message>
        <source>val loss {loss}</source>
        <translation>検証損失 {loss}</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>validation pictures</source>
        <translation>検証用の画像</translation>
    </message>
    <message>
        <source>value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>value {index:,}</source>
        <translation>{index:,}番の値</translation>
    </message>
    <message>
        <source>value {index:,}: {value}</source>
        <translation>{index:,}番の値：{value}</translation>
    </message>
    <message>
        <source>values from {low} to {high}</source>
        <translation>値は{low}から{high}</translation>
    </message>
    <message>
        <source>values from {low} to {high}, others are no numbers</source>
        <translation>値は{low}から{high}、ほかは数値ではありません</translation>
    </message>
    <message>
        <source>varied</source>
        <translation>データ拡張あり</translation>
    </message>
    <message>
        <source>vary training pictures: off, turns, or random, e.g. random:rotation=15,mirror=yes,zoom=0.1</source>
        <translation>学習用の画像を変化させる: off、turns、random（例: random:rotation=15,mirror=yes,zoom=0.1）</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>way of making pictures square</source>
        <translation>画像を正方形にする方法</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>what moves the weights (default: adam)</source>
        <translation>重みを更新する最適化手法（省略時はadam）</translation>
    </message>
    <message>
        <source>what the window remembers</source>
        <translation>ウィンドウが覚えている設定</translation>
    </message>
    <message>
        <source>what went in</source>
        <translation>入力された数</translation>
    </message>
    <message>
        <source>what you renamed, merged and left out</source>
        <translation>名前の変更、統合、除外の記録</translation>
    </message>
    <message>
        <source>when classifying</source>
        <translation>分類のとき</translation>
    </message>
    <message>
        <source>when classifying: nothing</source>
        <translation>分類のとき：そのまま</translation>
    </message>
    <message>
        <source>which number of the layer, counted from 0; one index for a vector</source>
        <translation>層のどの数か（0から数える。1列の出力なら番号1つ）</translation>
    </message>
    <message>
        <source>while training</source>
        <translation>学習中は変更不可</translation>
    </message>
    <message>
        <source>whole numbers with commas between are needed, not “{value}”</source>
        <translation>整数をコンマで区切って指定してください（指定値：「{value}」）</translation>
    </message>
    <message>
        <source>with</source>
        <translation>あり</translation>
    </message>
    <message>
        <source>with --sort-into: those that the network is not sure of, or that are unlike all it knows, go apart</source>
        <translation>--sort-intoのとき、確信のないものと見たことのないものを別のフォルダに分ける</translation>
    </message>
    <message>
        <source>without</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>write a page about a run: what it can do and how it was made</source>
        <translation>学習記録のレポート（成績と学習の内容）を書き出す</translation>
    </message>
    <message>
        <source>write the answers as a table</source>
        <translation>答えを表（CSV）として書き出す</translation>
    </message>
    <message>
        <source>write the sample creatures into a folder</source>
        <translation>サンプルの生き物をフォルダに書き出す</translation>
    </message>
    <message>
        <source>write the values as well</source>
        <translation>値も書き出す</translation>
    </message>
    <message>
        <source>write what every layer makes of a photo as pictures</source>
        <translation>各層が写真から作るものを画像として書き出す</translation>
    </message>
    <message>
        <source>writing the report</source>
        <translation>レポートを書き込んでいます</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>不正解</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>ズーム</translation>
    </message>
    <message>
        <source>zoomed up to {share}</source>
        <translation>ズーム ±{share}</translation>
    </message>
    <message>
        <source>{X} holds {pictures:,} pictures, but {Y} {labels:,} labels.</source>
        <translation>{X}の画像は{pictures:,}枚なのに、{Y}のラベルは{labels:,}個です。</translation>
    </message>
    <message>
        <source>{accuracy} of the answers are right; with {pictures}, chance alone may reach {reach}. {then}</source>
        <translation>正解率は{accuracy}です。{pictures}では、偶然だけでも{reach}に届くことがあります。{then}</translation>
    </message>
    <message>
        <source>{array} is not in it.</source>
        <translation>{array}がありません。</translation>
    </message>
    <message>
        <source>{before} divided by {divisor} is {value}.</source>
        <translation>{before}を{divisor}で割ると、{value}になります。</translation>
    </message>
    <message>
        <source>{before} divided by {divisor}, plus {offset}, is {value}.</source>
        <translation>{before}を{divisor}で割って{offset}を足すと、{value}になります。</translation>
    </message>
    <message>
        <source>{before} is above zero, so {function} lets it through.</source>
        <translation>{before}は0より大きいので、{function}はそのまま通します。</translation>
    </message>
    <message>
        <source>{before} is below zero, so {function} lets only {share} of it through: {after}.</source>
        <translation>{before}は0より小さいので、{function}はその{share}だけを通し、{after}になります。</translation>
    </message>
    <message>
        <source>{before} is below zero, so {function} turns it into 0.</source>
        <translation>{before}は0より小さいので、{function}が0にします。</translation>
    </message>
    <message>
        <source>{before} lies {distance} standard deviations above the usual mean here, {mean}.</source>
        <translation>{before}は、ここでのふだんの平均{mean}より、標準偏差の{distance}倍だけ大きい値です。</translation>
    </message>
    <message>
        <source>{before} lies {distance} standard deviations below the usual mean here, {mean}.</source>
        <translation>{before}は、ここでのふだんの平均{mean}より、標準偏差の{distance}倍だけ小さい値です。</translation>
    </message>
    <message>
        <source>{before} times {scale} is {value}.</source>
        <translation>{before}に{scale}を掛けると、{value}になります。</translation>
    </message>
    <message>
        <source>{before} times {scale}, plus {offset}, is {value}.</source>
        <translation>{before}に{scale}を掛けて{offset}を足すと、{value}になります。</translation>
    </message>
    <message>
        <source>{best} of {epochs}</source>
        <translation>{best} / {epochs}</translation>
    </message>
    <message>
        <source>{cell} → {position}</source>
        <translation>{cell} → {position}番</translation>
    </message>
    <message>
        <source>{channels} channels of {height} × {width}</source>
        <translation>{height} × {width}のチャンネルが{channels}枚</translation>
    </message>
    <message>
        <source>{channel} brought {sum}. Click to see its products.</source>
        <translation>{channel}の寄与は{sum}です。クリックすると、その積が見られます。</translation>
    </message>
    <message>
        <source>{classes} classes, {many}: {right:,} recognised, {wrong:,} taken for another class.</source>
        <translation>{classes}クラス、{many}：正解{right:,}枚、間違い{wrong:,}枚。</translation>
    </message>
    <message>
        <source>{classes}, {pictures}</source>
        <translation>{classes}、{pictures}</translation>
    </message>
    <message>
        <source>{count:,} answers</source>
        <translation>答え{count:,}件</translation>
    </message>
    <message>
        <source>{count:,} answers saved in “{name}”.</source>
        <translation>答え{count:,}件を「{name}」に保存しました。</translation>
    </message>
    <message>
        <source>{count:,} bring nothing, because a factor is 0</source>
        <translation>{count:,}個は、掛ける数が0なので寄与しません</translation>
    </message>
    <message>
        <source>{count:,} checked</source>
        <translation>{count:,}枚を確認済み</translation>
    </message>
    <message>
        <source>{count:,} classes</source>
        <translation>{count:,}クラス</translation>
    </message>
    <message>
        <source>{count:,} classes are far smaller than the rest: {names}</source>
        <translation>極端に小さいクラスが{count:,}個：{names}</translation>
    </message>
    <message>
        <source>{count:,} classes are left out: {names}</source>
        <translation>{count:,}クラスを除外中：{names}</translation>
    </message>
    <message>
        <source>{count:,} classes have fewer than {least} pictures: {names}</source>
        <translation>画像が{least}枚未満のクラスが{count:,}個：{names}</translation>
    </message>
    <message>
        <source>{count:,} classes left out.</source>
        <translation>{count:,}クラスを除外しました。</translation>
    </message>
    <message>
        <source>{count:,} classes taken in again.</source>
        <translation>{count:,}クラスの除外を解除しました。</translation>
    </message>
    <message>
        <source>{count:,} copies in “{name}”.</source>
        <translation>「{name}」に{count:,}枚コピーしました。</translation>
    </message>
    <message>
        <source>{count:,} could not be copied. The first: {reason}</source>
        <translation>{count:,}枚はコピーできませんでした。最初のもの：{reason}</translation>
    </message>
    <message>
        <source>{count:,} could not be read</source>
        <translation>{count:,}枚は読み取れませんでした</translation>
    </message>
    <message>
        <source>{count:,} done</source>
        <translation>{count:,}枚完了</translation>
    </message>
    <message>
        <source>{count:,} done, then stopped</source>
        <translation>{count:,}枚完了、そこで停止</translation>
    </message>
    <message>
        <source>{count:,} epochs</source>
        <translation>{count:,}エポック</translation>
    </message>
    <message>
        <source>{count:,} files are not what their names say</source>
        <translation>中身と拡張子が合わないファイルが{count:,}個</translation>
    </message>
    <message>
        <source>{count:,} files cannot be read</source>
        <translation>読み取れないファイルが{count:,}個</translation>
    </message>
    <message>
        <source>{count:,} files could not be read.</source>
        <translation>{count:,}個のファイルを読み込めませんでした。</translation>
    </message>
    <message>
        <source>{count:,} files could not be used.</source>
        <translation>{count:,}個のファイルは使えませんでした。</translation>
    </message>
    <message>
        <source>{count:,} files lie in no class folder</source>
        <translation>クラスフォルダの外にファイルが{count:,}個</translation>
    </message>
    <message>
        <source>{count:,} files were not added.</source>
        <translation>{count:,}個のファイルは追加されませんでした。</translation>
    </message>
    <message>
        <source>{count:,} filters make {count:,} pictures, each bright where its filter finds its own pattern.</source>
        <translation>{count:,}個のフィルタが{count:,}枚の画像を作り、それぞれ、自分のパターンを見つけた場所が明るくなります。</translation>
    </message>
    <message>
        <source>{count:,} filters of {rows} × {columns} × {slices}</source>
        <translation>{rows} × {columns} × {slices}のフィルタが{count:,}個</translation>
    </message>
    <message>
        <source>{count:,} folders hold no pictures: {names}</source>
        <translation>画像のないフォルダが{count:,}個：{names}</translation>
    </message>
    <message>
        <source>{count:,} identical pictures stand in both {one} and {other}</source>
        <translation>同一の画像{count:,}枚が{one}用と{other}用の両方に存在</translation>
    </message>
    <message>
        <source>{count:,} identical pictures stand in two classes</source>
        <translation>同一の画像{count:,}枚が2つのクラスに存在</translation>
    </message>
    <message>
        <source>{count:,} in the padding do not count</source>
        <translation>パディングの{count:,}個は数えません</translation>
    </message>
    <message>
        <source>{count:,} more channels</source>
        <translation>ほか{count:,}チャンネル</translation>
    </message>
    <message>
        <source>{count:,} more epochs</source>
        <translation>{count:,}エポック追加</translation>
    </message>
    <message>
        <source>{count:,} near-identical pictures stand in both {one} and {other}</source>
        <translation>ほぼ同じ画像{count:,}枚が{one}用と{other}用の両方に存在</translation>
    </message>
    <message>
        <source>{count:,} near-identical pictures stand in two classes</source>
        <translation>ほぼ同じ画像{count:,}枚が2つのクラスに存在</translation>
    </message>
    <message>
        <source>{count:,} near-identical pictures stand on both sides of the split</source>
        <translation>ほぼ同じ画像{count:,}枚が別々の区分に存在</translation>
    </message>
    <message>
        <source>{count:,} numbers</source>
        <translation>数が{count:,}個</translation>
    </message>
    <message>
        <source>{count:,} numbers go no further, and neither does the exact place of the largest: the picture gets smaller, what was found stays.</source>
        <translation>ほかの{count:,}個の数は先へ進まず、最大の値があった正確な位置も失われます。画像は小さくなりますが、見つけたものは残ります。</translation>
    </message>
    <message>
        <source>{count:,} numbers, each times its own weight, add up to {sum}. With the bias that makes {total}.</source>
        <translation>{count:,}個の数にそれぞれの重みを掛けて合計すると{sum}、バイアスを加えると{total}になります。</translation>
    </message>
    <message>
        <source>{count:,} numbers, each times its own weight, add up to {total}.</source>
        <translation>{count:,}個の数にそれぞれの重みを掛けて合計すると、{total}になります。</translation>
    </message>
    <message>
        <source>{count:,} numbers, each times its own weight, and the bias add up to {total}.</source>
        <translation>{count:,}個の数にそれぞれの重みを掛け、バイアスも加えて合計すると、{total}になります。</translation>
    </message>
    <message>
        <source>{count:,} numbers, one for each class</source>
        <translation>数が{count:,}個（クラスごとに1個）</translation>
    </message>
    <message>
        <source>{count:,} of {total:,} cut: {share}</source>
        <translation>{total:,}個中{count:,}個を0に：{share}</translation>
    </message>
    <message>
        <source>{count:,} photos</source>
        <translation>写真{count:,}枚</translation>
    </message>
    <message>
        <source>{count:,} photos added to “{name}”.</source>
        <translation>「{name}」に写真を{count:,}枚追加しました。</translation>
    </message>
    <message>
        <source>{count:,} photos copied</source>
        <translation>写真{count:,}枚をコピー</translation>
    </message>
    <message>
        <source>{count:,} photos were added.</source>
        <translation>写真を{count:,}枚追加しました。</translation>
    </message>
    <message>
        <source>{count:,} pictures</source>
        <translation>画像{count:,}枚</translation>
    </message>
    <message>
        <source>{count:,} pictures are as the run had them again.</source>
        <translation>画像{count:,}枚を、学習したときのとおりに戻しました。</translation>
    </message>
    <message>
        <source>{count:,} pictures are as their folders have them again.</source>
        <translation>画像{count:,}枚を、フォルダのとおりに戻しました。</translation>
    </message>
    <message>
        <source>{count:,} pictures are copies of others in their class</source>
        <translation>クラス内に重複した画像が{count:,}枚</translation>
    </message>
    <message>
        <source>{count:,} pictures are grey, nearly all in: {names}</source>
        <translation>白黒の画像が{count:,}枚、主に次のクラス：{names}</translation>
    </message>
    <message>
        <source>{count:,} pictures are in the classes of their folders again.</source>
        <translation>画像{count:,}枚を、フォルダのとおりのクラスに戻しました。</translation>
    </message>
    <message>
        <source>{count:,} pictures are left out</source>
        <translation>除外中の画像が{count:,}枚</translation>
    </message>
    <message>
        <source>{count:,} pictures are of one single colour</source>
        <translation>1色だけの画像が{count:,}枚</translation>
    </message>
    <message>
        <source>{count:,} pictures are smaller than {size} × {size}</source>
        <translation>{size} × {size}より小さい画像が{count:,}枚</translation>
    </message>
    <message>
        <source>{count:,} pictures chosen</source>
        <translation>{count:,}枚を選択中</translation>
    </message>
    <message>
        <source>{count:,} pictures count for other classes</source>
        <translation>クラスを変えた画像が{count:,}枚</translation>
    </message>
    <message>
        <source>{count:,} pictures count for “{name}” now.</source>
        <translation>画像{count:,}枚を「{name}」に移しました。</translation>
    </message>
    <message>
        <source>{count:,} pictures left out of training.</source>
        <translation>画像{count:,}枚を学習から除外しました。</translation>
    </message>
    <message>
        <source>{count:,} pictures left out.</source>
        <translation>画像を{count:,}枚除外しました。</translation>
    </message>
    <message>
        <source>{count:,} pictures look nearly the same as others of their class</source>
        <translation>クラス内にほぼ同じ画像が{count:,}枚</translation>
    </message>
    <message>
        <source>{count:,} pictures of {height} × {width}</source>
        <translation>{height} × {width}の画像が{count:,}枚</translation>
    </message>
    <message>
        <source>{count:,} pictures of {height} × {width}, one from each filter</source>
        <translation>{height} × {width}の画像が{count:,}枚（フィルタごとに1枚）</translation>
    </message>
    <message>
        <source>{count:,} pictures selected</source>
        <translation>{count:,}枚を選択中</translation>
    </message>
    <message>
        <source>{count:,} pictures taken in again.</source>
        <translation>画像{count:,}枚の除外を解除しました。</translation>
    </message>
    <message>
        <source>{count:,} pictures were</source>
        <translation>{count:,}枚</translation>
    </message>
    <message>
        <source>{count:,} pictures were copied into “{name}”.</source>
        <translation>画像{count:,}枚を「{name}」にコピーしました。</translation>
    </message>
    <message>
        <source>{count:,} rows</source>
        <translation>{count:,}行</translation>
    </message>
    <message>
        <source>{count:,} shares, together 100 %</source>
        <translation>割合が{count:,}個、合計 100 %</translation>
    </message>
    <message>
        <source>{count:,} times</source>
        <translation>{count:,}回</translation>
    </message>
    <message>
        <source>{count:,} training pictures</source>
        <translation>学習用の画像{count:,}枚</translation>
    </message>
    <message>
        <source>{count:,} validation pictures</source>
        <translation>検証用の画像{count:,}枚</translation>
    </message>
    <message>
        <source>{count:,} were there already</source>
        <translation>{count:,}枚はすでにありました</translation>
    </message>
    <message>
        <source>{count:,} “{name}” pictures are copies of others</source>
        <translation>「{name}」に重複した画像が{count:,}枚</translation>
    </message>
    <message>
        <source>{count:,} “{name}” pictures are grey</source>
        <translation>「{name}」に白黒の画像が{count:,}枚</translation>
    </message>
    <message>
        <source>{counted} On these pictures neither is better.</source>
        <translation>{counted}この画像では、優劣はつきません。</translation>
    </message>
    <message>
        <source>{counted} Such a difference comes by chance in {chance} of cases, so the test does not say which is better.</source>
        <translation>{counted}これほどの差は偶然でも{chance}の確率で生じるため、どちらが優れているとはいえません。</translation>
    </message>
    <message>
        <source>{counted} Such a difference comes by chance in {chance} of cases: of these two trainings, “{better}” is better on pictures like these. Trained anew with other seeds, it may be the other way round.</source>
        <translation>{counted}これほどの差が偶然に出る確率は{chance}です。この2つの学習では、このような画像については「{better}」のほうが優れています。別のシードで学習し直すと、逆になることもあります。</translation>
    </message>
    <message>
        <source>{count} answers, {share} sure on average: {accuracy} right</source>
        <translation>答え{count}件、平均の確信度 {share}：正解 {accuracy}</translation>
    </message>
    <message>
        <source>{count} classes have numbers, no names</source>
        <translation>番号だけで名前のないクラスが{count}個</translation>
    </message>
    <message>
        <source>{count} filters</source>
        <translation>フィルタ{count}個</translation>
    </message>
    <message>
        <source>{count} more classes share {rest}.</source>
        <translation>残り{count}クラスの合計は{rest}です。</translation>
    </message>
    <message>
        <source>{count} numbers meet here and are added up: {terms} = {value}.</source>
        <translation>ここで{count}個の数が出会い、足し合わされます。{terms} = {value}です。</translation>
    </message>
    <message>
        <source>{count} numbers meet here and are multiplied: {terms} = {value}.</source>
        <translation>ここで{count}個の数が出会い、掛け合わされます。{terms} = {value}です。</translation>
    </message>
    <message>
        <source>{count} numbers meet here, and the largest goes on: {value}.</source>
        <translation>ここで{count}個の数が出会い、最も大きい{value}が先へ進みます。</translation>
    </message>
    <message>
        <source>{count} numbers meet here, and the smallest goes on: {value}.</source>
        <translation>ここで{count}個の数が出会い、最も小さい{value}が先へ進みます。</translation>
    </message>
    <message>
        <source>{count} numbers meet here, and their mean goes on: ({terms}) / {count} = {value}.</source>
        <translation>ここで{count}個の数が出会い、平均が先へ進みます。({terms}) / {count} = {value}です。</translation>
    </message>
    <message>
        <source>{count} of them padding, zeros</source>
        <translation>そのうち{count}個はパディング（0）</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{total}回中{count}回</translation>
    </message>
    <message>
        <source>{count} pictures of each photo: turned from {first}° to +{last}° in steps of {step}°, each also mirrored. An epoch takes {count} times as long.</source>
        <translation>写真1枚から{count}枚を作ります。{first}°から+{last}°まで{step}°刻みで回転し、それぞれ左右反転も加えます。1エポックの時間は{count}倍になります。</translation>
    </message>
    <message>
        <source>{count} pictures/s</source>
        <translation>{count} 枚/秒</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>{count}個の値</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 日</translation>
    </message>
    <message>
        <source>{degrees}°</source>
        <translation>{degrees}°</translation>
    </message>
    <message>
        <source>{degrees}°, mirrored</source>
        <translation>{degrees}° 反転</translation>
    </message>
    <message>
        <source>{done:,} of {total:,} checked</source>
        <translation>{total:,}枚中{done:,}枚を確認済み</translation>
    </message>
    <message>
        <source>{done:,} of {total:,} checked, {time} left</source>
        <translation>{total:,}枚中{done:,}枚を確認済み、残り {time}</translation>
    </message>
    <message>
        <source>{done:,} of {total:,} photos answered</source>
        <translation>写真{total:,}枚のうち{done:,}枚完了</translation>
    </message>
    <message>
        <source>{done:,} of {total:,} places tried</source>
        <translation>{total:,}か所中{done:,}か所を確認済み</translation>
    </message>
    <message>
        <source>{epoch:,}, live</source>
        <translation>{epoch:,}（学習中）</translation>
    </message>
    <message>
        <source>{epochs} epochs in {time}, best epoch {best} kept</source>
        <translation>{time}で{epochs}エポック学習し、最良のエポック{best}を保存しました</translation>
    </message>
    <message>
        <source>{epochs} in {time}; best epoch {best}: validation loss {loss}, accuracy {accuracy}</source>
        <translation>{time}で{epochs}、最良のエポック{best}：検証損失 {loss}、正解率 {accuracy}</translation>
    </message>
    <message>
        <source>{file} from validation: {truth}</source>
        <translation>検証用の{file}：{truth}</translation>
    </message>
    <message>
        <source>{file}, {size}</source>
        <translation>{file}、{size}</translation>
    </message>
    <message>
        <source>{file}: {layer} ({kind}) at {cell}: {value}</source>
        <translation>{file}：{layer}（{kind}）の{cell}：{value}</translation>
    </message>
    <message>
        <source>{file}: {name}, called {answer} at {share}, loss {loss}</source>
        <translation>{file}: {name}、答え {answer}（{share}）、損失 {loss}</translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation>{file}：{reason}</translation>
    </message>
    <message>
        <source>{filled:,} of {count:,} cells</source>
        <translation>{filled:,} / {count:,}マス</translation>
    </message>
    <message>
        <source>{first} and {second} on the one test picture that both have</source>
        <translation>{first}と{second}：共通するテスト用の画像1枚での比較</translation>
    </message>
    <message>
        <source>{first} and {second} on the {count:,} test pictures that both have</source>
        <translation>{first}と{second}：共通するテスト用の画像{count:,}枚での比較</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>{first}: {one}
{second}: {other}</source>
        <translation>{first}：{one}
{second}：{other}</translation>
    </message>
    <message>
        <source>{folder}: {copied}</source>
        <translation>{folder}: {copied}</translation>
    </message>
    <message>
        <source>{function} brings it into the range from 0 to 1: {after}.</source>
        <translation>{function}が0から1の範囲に収め、{after}になります。</translation>
    </message>
    <message>
        <source>{function} brings it into the range from −1 to 1: {after}.</source>
        <translation>{function}が−1から1の範囲に収め、{after}になります。</translation>
    </message>
    <message>
        <source>{function} brings {before} into the range from 0 to 1: {after}.</source>
        <translation>{function}は{before}を0から1の範囲に収め、{after}にします。</translation>
    </message>
    <message>
        <source>{function} brings {before} into the range from −1 to 1: {after}.</source>
        <translation>{function}は{before}を−1から1の範囲に収め、{after}にします。</translation>
    </message>
    <message>
        <source>{function} leaves 0 as it is.</source>
        <translation>{function}は0をそのまま通します。</translation>
    </message>
    <message>
        <source>{function} leaves it at 0.</source>
        <translation>{function}を通しても0のままです。</translation>
    </message>
    <message>
        <source>{function} lets it through.</source>
        <translation>{function}はそのまま通します。</translation>
    </message>
    <message>
        <source>{function} of it</source>
        <translation>{function}を通す</translation>
    </message>
    <message>
        <source>{function} turns it into {after}.</source>
        <translation>{function}が{after}に変えます。</translation>
    </message>
    <message>
        <source>{function} turns {before} into {after}.</source>
        <translation>{function}は{before}を{after}に変えます。</translation>
    </message>
    <message>
        <source>{function}: before {before}, after {after}</source>
        <translation>{function}：前の値{before}、後の値{after}</translation>
    </message>
    <message>
        <source>{given} class names are given for the {count} classes in “{name}”.</source>
        <translation>「{name}」には{count}クラスありますが、クラス名が{given}個指定されています。</translation>
    </message>
    <message>
        <source>{layers} layers</source>
        <translation>{layers}層</translation>
    </message>
    <message>
        <source>{layer} has no number at {cell}: its output is {shape}.</source>
        <translation>{layer}の{cell}には数がありません。出力の大きさは{shape}です。</translation>
    </message>
    <message>
        <source>{layer} puts out one row of numbers: name a number by its INDEX.</source>
        <translation>{layer}の出力は1列に並んだ数です。INDEX（番号）で指定してください。</translation>
    </message>
    <message>
        <source>{layer} puts out pictures: name a number by ROW,COLUMN,CHANNEL.</source>
        <translation>{layer}の出力は画像です。ROW,COLUMN,CHANNEL（行,列,チャンネル）で指定してください。</translation>
    </message>
    <message>
        <source>{learned:,} of the {count:,} pictures were learned from; the result looks better than it is.</source>
        <translation>{count:,}枚のうち{learned:,}枚は学習に使われた画像です。結果は実際より良く見えます。</translation>
    </message>
    <message>
        <source>{list}, {next}</source>
        <translation>{list}、{next}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low}〜{high}</translation>
    </message>
    <message>
        <source>{low} to {high} sure: {after}; before scaling {before}</source>
        <translation>確信度 {low}〜{high}：{after}。較正前は{before}</translation>
    </message>
    <message>
        <source>{many} called {name}, {right:,} of them rightly</source>
        <translation>答えが{name}：{many}、うち正解{right:,}枚</translation>
    </message>
    <message>
        <source>{many}, {share} right</source>
        <translation>{many}、正解 {share}</translation>
    </message>
    <message>
        <source>{message}. {consequence}</source>
        <translation>{message}。{consequence}</translation>
    </message>
    <message>
        <source>{method} of {layer}, {rows} × {columns}, stretched over the photo</source>
        <translation>{layer}の{method}（{rows} × {columns}を拡大）</translation>
    </message>
    <message>
        <source>{most} curves can lie over the shown ones: untick a run first</source>
        <translation>重ねられるのは{most}件までです。先にどれかのチェックを外してください</translation>
    </message>
    <message>
        <source>{name} (place {place:,} of {count:,})</source>
        <translation>{name}（{count:,}クラス中{place:,}位）</translation>
    </message>
    <message>
        <source>{name} (what the network said)</source>
        <translation>{name}（ネットワークの答え）</translation>
    </message>
    <message>
        <source>{name} after epoch {epoch}</source>
        <translation>{name}、エポック{epoch}終了時</translation>
    </message>
    <message>
        <source>{name} in its first epoch</source>
        <translation>{name}、最初のエポック</translation>
    </message>
    <message>
        <source>{name} on {count:,} pictures in “{folder}”.</source>
        <translation>{name}、「{folder}」の画像{count:,}枚での成績。</translation>
    </message>
    <message>
        <source>{name} taken for {other}</source>
        <translation>{name}を{other}と間違えた画像</translation>
    </message>
    <message>
        <source>{name} takes {exp} of {total}, so the answer is {share}.</source>
        <translation>「{name}」は{total}のうち{exp}を占めます。これが答えで、割合は{share}です。</translation>
    </message>
    <message>
        <source>{name} takes {exp} of {total}: {share}.</source>
        <translation>「{name}」は{total}のうち{exp}を占め、割合は{share}です。</translation>
    </message>
    <message>
        <source>{name}, another class</source>
        <translation>{name}、別のクラス</translation>
    </message>
    <message>
        <source>{name}, answered right</source>
        <translation>{name}に正解した画像</translation>
    </message>
    <message>
        <source>{name}, best epoch</source>
        <translation>{name}、最良のエポック</translation>
    </message>
    <message>
        <source>{name}, best epoch {epoch}, on the {count:,} pictures that it learned from.</source>
        <translation>{name}、最良のエポック{epoch}、学習した画像{count:,}枚での成績。</translation>
    </message>
    <message>
        <source>{name}, best epoch {epoch}, on {count:,} test pictures that training never saw.</source>
        <translation>{name}、最良のエポック{epoch}、テスト用の画像{count:,}枚（学習に未使用）での成績。</translation>
    </message>
    <message>
        <source>{name}, best epoch {epoch}, on {count:,} validation pictures: it has no test pictures.</source>
        <translation>{name}、最良のエポック{epoch}、検証用の画像{count:,}枚（テスト用はなし）での成績。</translation>
    </message>
    <message>
        <source>{name}, on {pictures}</source>
        <translation>{name}（画像：{pictures}）</translation>
    </message>
    <message>
        <source>{name}, shown in the plots</source>
        <translation>{name}、グラフに表示中</translation>
    </message>
    <message>
        <source>{name}, tutorial network</source>
        <translation>{name}、チュートリアルのネットワーク</translation>
    </message>
    <message>
        <source>{name}: a click shows its pictures</source>
        <translation>{name}：クリックすると画像が見られます</translation>
    </message>
    <message>
        <source>{name}: no pictures, left out</source>
        <translation>{name}: 画像がないため除外</translation>
    </message>
    <message>
        <source>{name}: {many}, {right:,} of them recognised</source>
        <translation>{name}：{many}、うち正解{right:,}枚</translation>
    </message>
    <message>
        <source>{name}: {pictures}</source>
        <translation>{name}：{pictures}</translation>
    </message>
    <message>
        <source>{name}: {values}</source>
        <translation>{name}：{values}</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>{network}: {settings}</source>
        <translation>ネットワーク「{network}」：{settings}</translation>
    </message>
    <message>
        <source>{note}.</source>
        <translation>{note}。</translation>
    </message>
    <message>
        <source>{part} {count}</source>
        <translation>{part} {count}</translation>
    </message>
    <message>
        <source>{part} {loss}</source>
        <translation>{part} {loss}</translation>
    </message>
    <message>
        <source>{part} {value}</source>
        <translation>{part} {value}</translation>
    </message>
    <message>
        <source>{part}, after scaling by temperature {value}</source>
        <translation>{part}、温度{value}で較正後</translation>
    </message>
    <message>
        <source>{part}: a random sample of {asked} of {count} pictures was asked.</source>
        <translation>{part}：{count}枚からランダムに選んだ{asked}枚で評価しました。</translation>
    </message>
    <message>
        <source>{path}: {rows}</source>
        <translation>{path}: {rows}</translation>
    </message>
    <message>
        <source>{pictures}, {chosen:,} chosen</source>
        <translation>{pictures}、{chosen:,}枚を選択中</translation>
    </message>
    <message>
        <source>{place:,}. {name}</source>
        <translation>{place:,}位 {name}</translation>
    </message>
    <message>
        <source>{points} point</source>
        <translation>{points}ポイント</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points}ポイント</translation>
    </message>
    <message>
        <source>{position} ← {cell}</source>
        <translation>{position}番 ← {cell}</translation>
    </message>
    <message>
        <source>{reason} {added}</source>
        <translation>{reason}{added}</translation>
    </message>
    <message>
        <source>{result}; ended early, validation loss had stopped falling</source>
        <translation>{result}。検証損失が下がらなくなったため早期終了</translation>
    </message>
    <message>
        <source>{result}; it can go on</source>
        <translation>{result}（続きから学習できます）</translation>
    </message>
    <message>
        <source>{result}; test accuracy {share}</source>
        <translation>{result}（テスト正解率{share}）</translation>
    </message>
    <message>
        <source>{right:,} of {count:,}</source>
        <translation>{count:,}枚中{right:,}枚</translation>
    </message>
    <message>
        <source>{right:,} of {count:,} right</source>
        <translation>{count:,}枚中{right:,}枚正解</translation>
    </message>
    <message>
        <source>{right} of {count}</source>
        <translation>{count}枚中{right}枚</translation>
    </message>
    <message>
        <source>{right}; could be {low} to {high}</source>
        <translation>{right}、推定 {low}〜{high}</translation>
    </message>
    <message>
        <source>{run} {value}</source>
        <translation>{run} {value}</translation>
    </message>
    <message>
        <source>{said} Hardly any answers like this are right.</source>
        <translation>{said}こうした答えは、ほとんど正解しません。</translation>
    </message>
    <message>
        <source>{said} Nearly all answers like this are right.</source>
        <translation>{said}こうした答えは、ほぼすべて正解です。</translation>
    </message>
    <message>
        <source>{said} Of ten answers like this, about {count} are right.</source>
        <translation>{said}こうした答えは約{count}割が正解です。</translation>
    </message>
    <message>
        <source>{said} With Dropout, training accuracy is measured while values are cut, so it may lie below validation.</source>
        <translation>{said}ドロップアウトありの学習の正解率は、値を0にしながら測るため、検証より低いことがあります。</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s an epoch</source>
        <translation>1エポック {seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>残り {seconds} 秒</translation>
    </message>
    <message>
        <source>{shares} ({sureness})</source>
        <translation>{shares}（{sureness}）</translation>
    </message>
    <message>
        <source>{share} of these pictures are unlike anything that the network was trained on. About {alarms} of pictures of its own kind are called so by mistake: among a run&apos;s own test pictures these are false alarms.</source>
        <translation>これらの画像の{share}は、学習した画像のどれにも似ていません。同じ種類の画像でも約{alarms}は誤ってそう判定されます。実行自身のテスト用画像なら、それは誤警報です。</translation>
    </message>
    <message>
        <source>{share} sure</source>
        <translation>確信 {share}</translation>
    </message>
    <message>
        <source>{share} sure, {right} right</source>
        <translation>確信度 {share}、正解 {right}</translation>
    </message>
    <message>
        <source>{share}, loss {loss}</source>
        <translation>{share}、損失 {loss}</translation>
    </message>
    <message>
        <source>{shift} is taken off every x first, because exp(x) would be too large a number. The shares stay the same.</source>
        <translation>exp(x)が大きくなりすぎるため、先にすべてのxから{shift}を引きます。割合は変わりません。</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>{speed} pictures/s, {duration} in all</source>
        <translation>毎秒{speed}枚、全体で{duration}</translation>
    </message>
    <message>
        <source>{state}, began {when}</source>
        <translation>{state}（{when} 開始）</translation>
    </message>
    <message>
        <source>{state}, can go on</source>
        <translation>{state}、続行可能</translation>
    </message>
    <message>
        <source>{sum} Most often taken: {pairs}.</source>
        <translation>{sum}多い間違い：{pairs}。</translation>
    </message>
    <message>
        <source>{times} times better than always saying “{name}”.</source>
        <translation>正解率は、いつも「{name}」と答えた場合の{times}倍です。</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>残り {time}</translation>
    </message>
    <message>
        <source>{training:,} pictures to learn from and {test:,} to test with.</source>
        <translation>学習用{training:,}枚、テスト用{test:,}枚の画像です。</translation>
    </message>
    <message>
        <source>{training} / {validation} / {test} of every class, seed {seed}.</source>
        <translation>クラスごとに {training} / {validation} / {test}、シード{seed}。</translation>
    </message>
    <message>
        <source>{training} training, {validation} validation, {test} test pictures</source>
        <translation>学習用{training}枚、検証用{validation}枚、テスト用{test}枚</translation>
    </message>
    <message>
        <source>{tried}; the network has learned on since</source>
        <translation>{tried}（その後も学習が進んでいます）</translation>
    </message>
    <message>
        <source>{truth} called {answer}, {share} sure</source>
        <translation>{truth}、答え {answer}、確信 {share}</translation>
    </message>
    <message>
        <source>{truth} for {answer}, {count:,} times</source>
        <translation>{truth}を{answer}と{count:,}回</translation>
    </message>
    <message>
        <source>{truth} recognised: {count} {many} ({share})</source>
        <translation>{truth}に正解：{many}{count}枚（{share}）</translation>
    </message>
    <message>
        <source>{truth} taken for {answer} ({count}×)</source>
        <translation>{truth}を{answer}と（{count}回）</translation>
    </message>
    <message>
        <source>{truth} taken for {answer}: {count} {many} ({share})</source>
        <translation>{truth}を{answer}と間違い：{many}{count}枚（{share}）</translation>
    </message>
    <message>
        <source>{truth}, right, {share} sure</source>
        <translation>{truth}、正解、確信 {share}</translation>
    </message>
    <message>
        <source>{unread} {reason}</source>
        <translation>{unread}{reason}</translation>
    </message>
    <message>
        <source>{up:,} push up, {down:,} push down</source>
        <translation>押し上げ{up:,}個、押し下げ{down:,}個</translation>
    </message>
    <message>
        <source>{value} stood at row {row}, column {column} before the edges were cut off, and is still the same.</source>
        <translation>{value}は、端を切り取る前は行{row}、列{column}にありました。値は変わりません。</translation>
    </message>
    <message>
        <source>{value} stood at row {row}, column {column} before zeros were put around, and is still the same.</source>
        <translation>{value}は、まわりに0を置く前は行{row}、列{column}にありました。値は変わりません。</translation>
    </message>
    <message>
        <source>{what}, rounded</source>
        <translation>{what}（四捨五入）</translation>
    </message>
    <message>
        <source>{what}, {done:,} of {total:,}</source>
        <translation>{what}、{done:,} / {total:,}</translation>
    </message>
    <message>
        <source>{what}: {done:,} of {total:,}</source>
        <translation>{what}：{done:,} / {total:,}</translation>
    </message>
    <message>
        <source>{width:,} × {height:,} px</source>
        <translation>{width:,} × {height:,} px</translation>
    </message>
    <message>
        <source>{words}, {time} left</source>
        <translation>{words}、残り {time}</translation>
    </message>
    <message>
        <source>“--resume” goes on with the settings that the run was begun with; “{option}” cannot change them.</source>
        <translation>「--resume」は、学習を始めたときの設定のまま続けます。「{option}」で変えることはできません。</translation>
    </message>
    <message>
        <source>“Filters” shows the kernels of a convolution themselves, and how they changed since the first epoch. The slider at the bottom goes back through the epochs of a run.</source>
        <translation>「フィルタ」では、畳み込みのカーネルそのものと、最初のエポックからの変化が見られます。下のスライダーで、学習のエポックをさかのぼれます。</translation>
    </message>
    <message>
        <source>“How sure” sets what the network says beside how often it is right. A photo whose colours and textures are far from all training pictures is called unlike all that it knows. Measured: of a foreign photo and a test picture, the foreign one was farther in 82 of 100 pairs (AUROC 0.82, from 0.65 to 0.99 over three networks and other sets of photos).</source>
        <translation>「確信度と正解率」では、ネットワークの確信度と実際の正解率を比べます。色や質感が学習用のどの画像ともかけ離れた写真は、「見たことのないもの」とされます。実測では、見たことのないものの写真とテスト用の画像を1枚ずつ比べると、100組中82組で前者のほうが遠くなりました（AUROC 0.82。3つのネットワークと別々の写真で0.65〜0.99）。</translation>
    </message>
    <message>
        <source>“System” follows the computer, by day and by night.</source>
        <translation>「システム」を選ぶと、パソコンの設定に合わせて切り替わります。</translation>
    </message>
    <message>
        <source>“Why this answer” lays heat over the photo: where the network found what speaks for a class. “Over-fitting” sets the same training with and without Dropout side by side.</source>
        <translation>「答えの理由」では、ネットワークがクラスの手がかりを見つけた場所を、写真にヒートマップで重ねます。「過学習」では、ドロップアウトありとなしの同じ学習を並べて比べます。</translation>
    </message>
    <message>
        <source>“{file}” cannot be written.</source>
        <translation>「{file}」に書き込めません。</translation>
    </message>
    <message>
        <source>“{file}” is there already, and nothing is written over it.</source>
        <translation>「{file}」はすでにあります。上書きはしません。</translation>
    </message>
    <message>
        <source>“{file}” was not added.</source>
        <translation>「{file}」は追加されませんでした。</translation>
    </message>
    <message>
        <source>“{first}” and “{second}” are right on the same pictures, and wrong on the same.</source>
        <translation>「{first}」と「{second}」は、正解した画像も間違えた画像も同じです。</translation>
    </message>
    <message>
        <source>“{first}” is right on {only_first} where “{second}” is wrong, and “{second}” on {only_second} where “{first}” is wrong.</source>
        <translation>「{first}」が正解し「{second}」が間違えたのは{only_first}、「{second}」が正解し「{first}」が間違えたのは{only_second}です。</translation>
    </message>
    <message>
        <source>“{folder}” cannot be listed: {reason}.</source>
        <translation>「{folder}」の一覧を読めません：{reason}。</translation>
    </message>
    <message>
        <source>“{folder}” holds no pictures in subfolders.</source>
        <translation>「{folder}」のサブフォルダに画像がありません。</translation>
    </message>
    <message>
        <source>“{folder}” holds one class with pictures (“{name}”), and telling apart takes at least two.</source>
        <translation>「{folder}」には画像の入ったクラスが1つ（「{name}」）しかありません。見分けるには2つ以上必要です。</translation>
    </message>
    <message>
        <source>“{folder}” is not a training run: it holds no run.json.</source>
        <translation>「{folder}」は学習記録ではありません。run.jsonがありません。</translation>
    </message>
    <message>
        <source>“{folder}” lies among the pictures, and their folder is never changed.</source>
        <translation>「{folder}」は元の画像のフォルダの中にあります。元のフォルダには書き込みません。</translation>
    </message>
    <message>
        <source>“{member}” in it announces far more than can be packed in so few bytes.</source>
        <translation>中の「{member}」の大きさが、ファイルの大きさと合いません。</translation>
    </message>
    <message>
        <source>“{member}” in it holds objects, not numbers.</source>
        <translation>中の「{member}」が、数値ではなくオブジェクトです。</translation>
    </message>
    <message>
        <source>“{member}” in it is large and lies in Fortran’s order.</source>
        <translation>中の「{member}」が大きく、並びがFortran順になっています。</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened as a model: {reason}.</source>
        <translation>「{name}」をモデルとして開けません：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation>「{name}」を読めません：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” cannot be shown. {reason}</source>
        <translation>「{name}」を表示できません。{reason}</translation>
    </message>
    <message>
        <source>“{name}” cannot be used: {reason}</source>
        <translation>「{name}」は使えません：{reason}</translation>
    </message>
    <message>
        <source>“{name}” does not end in .npy or .npz.</source>
        <translation>「{name}」の末尾が.npyか.npzではありません。</translation>
    </message>
    <message>
        <source>“{name}” has a number, no name</source>
        <translation>「{name}」は番号だけで名前なし</translation>
    </message>
    <message>
        <source>“{name}” has only 1 picture</source>
        <translation>「{name}」の画像は1枚だけ</translation>
    </message>
    <message>
        <source>“{name}” has only {count:,} pictures</source>
        <translation>「{name}」の画像は{count:,}枚だけ</translation>
    </message>
    <message>
        <source>“{name}” has {count:,} pictures, the others about {others:,.0f}</source>
        <translation>「{name}」は{count:,}枚、ほかは約{others:,.0f}枚</translation>
    </message>
    <message>
        <source>“{name}” holds no pictures</source>
        <translation>「{name}」に画像なし</translation>
    </message>
    <message>
        <source>“{name}” is a file, not a folder of pictures.</source>
        <translation>「{name}」はファイルで、画像のフォルダではありません。</translation>
    </message>
    <message>
        <source>“{name}” is a model without a run, so it has no test pictures of its own.</source>
        <translation>「{name}」は学習記録のないモデルなので、専用のテスト画像がありません。</translation>
    </message>
    <message>
        <source>“{name}” is back.</source>
        <translation>「{name}」を元に戻しました。</translation>
    </message>
    <message>
        <source>“{name}” is being trained, so it was not deleted.</source>
        <translation>「{name}」は学習中のため、削除しませんでした。</translation>
    </message>
    <message>
        <source>“{name}” is called “{other}” now.</source>
        <translation>「{name}」の名前を「{other}」に変えました。</translation>
    </message>
    <message>
        <source>“{name}” is in the trash.</source>
        <translation>「{name}」をごみ箱に移しました。</translation>
    </message>
    <message>
        <source>“{name}” is left out.</source>
        <translation>「{name}」を除外しました。</translation>
    </message>
    <message>
        <source>“{name}” is left out: take it in first</source>
        <translation>「{name}」は除外中です。先に解除してください</translation>
    </message>
    <message>
        <source>“{name}” is not a model file.</source>
        <translation>「{name}」はモデルのファイルではありません。</translation>
    </message>
    <message>
        <source>“{name}” is part of “{other}” now.</source>
        <translation>「{name}」を「{other}」に統合しました。</translation>
    </message>
    <message>
        <source>“{name}” is parted into its folders again.</source>
        <translation>「{name}」を、元のフォルダごとのクラスに戻しました。</translation>
    </message>
    <message>
        <source>“{name}” is taken in again.</source>
        <translation>「{name}」の除外を解除しました。</translation>
    </message>
    <message>
        <source>“{name}” is the only class</source>
        <translation>クラスは「{name}」だけです</translation>
    </message>
    <message>
        <source>“{name}” needs more memory than there is free.</source>
        <translation>「{name}」を開くためのメモリが足りません。</translation>
    </message>
    <message>
        <source>“{name}” was not brought back; it is in the trash still.</source>
        <translation>「{name}」を元に戻せませんでした。まだごみ箱にあります。</translation>
    </message>
    <message>
        <source>“{name}” was not deleted: the system did not take it into its trash.</source>
        <translation>システムのごみ箱に移せないため、「{name}」を削除できませんでした。</translation>
    </message>
    <message>
        <source>“{text}” is neither shares that add up to 100 nor an earlier split.</source>
        <translation>「{text}」は、合計100になる割合でも、以前の分割でもありません。</translation>
    </message>
    <message>
        <source>… and {count:,} more</source>
        <translation>… ほか{count:,}個</translation>
    </message>
    <message>
        <source>← the largest</source>
        <translation>← 最大</translation>
    </message>
</context>
</TS>
